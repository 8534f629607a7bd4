// Imported before anything else by what people start: an older Node would end in an error of some library.

/** What package.json asks for under "engines". */
const OLDEST: Readonly<Record<number, number>> = { 20: 19, 22: 12 };

/** Is it older than what the libraries need? */
export function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 24 && minor < (OLDEST[major] ?? Number.POSITIVE_INFINITY);
}

if (isTooOld(process.versions.node)) {
  process.stderr.write(
    `readout: this is Node.js ${process.versions.node}; it needs 20.19 or later (of 22, 22.12 or later): https://nodejs.org\n`,
  );
  process.exit(1);
}
