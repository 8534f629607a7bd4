/** A line that begins with a command: its name, and either options by name or the words after it. */
export interface SlashLine {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  /** What stands outside options. */
  readonly words: string;
}

/** Reads "/met person:Hill with:"Ann Moe"" or "/met Hill"; null where the line is no command. `known` are the option names that count. */
export function slashLine(line: string, known: (command: string) => readonly string[]): SlashLine | null {
  const match = /^\/([\p{L}-]+)(?:\s+([\s\S]*))?$/u.exec(line.trim());
  if (!match?.[1]) return null;
  const name = match[1].toLowerCase();
  const names = known(name);
  const options: Record<string, string> = {};
  if (names.length === 0) return { name, options, words: match[2] ?? '' };
  const option = new RegExp(
    `(?:^|\\s)(${names.join('|')}):\\s*("[^"]*"|[\\s\\S]*?)(?=\\s(?:${names.join('|')}):|$)`,
    'gi',
  );
  const words = (match[2] ?? '').replace(option, (_all, key: string, value: string) => {
    // Of a search, the marks ask for the words as they stand.
    options[key.toLowerCase()] = (name === 'search' ? value : value.replace(/^"([^"]*)"$/, '$1')).trim();
    return '';
  });
  return { name, options, words: words.trim() };
}
