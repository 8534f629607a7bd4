import { shortageIn } from '../project/shortage.ts';

/** Loads the program, which begins; where it may open too few files even for that, says so and ends. */
export async function load(program: () => Promise<unknown>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (shortageIn(error) !== 'open files') throw error;
    process.stderr.write(
      'readout: this process may open too few files. Allow it 1024 or more: "ulimit -n 1024" before it is started, LimitNOFILE= ' +
        'under systemd, --ulimit nofile=1024 of a container.\n',
    );
    process.exit(1);
  }
}
