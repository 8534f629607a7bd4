/** A file that people may edit by hand can't be read. The message names it and says what is wrong; whoever may edit it mends that. */
export class FileWrong extends Error {
  override readonly name = 'FileWrong';
}
