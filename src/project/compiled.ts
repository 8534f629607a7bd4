import { fileURLToPath } from 'node:url';

/**
 * The project as compiled: "…/dist/". A worker thread can only run compiled files, but tests import the sources as they are;
 * so from the sources this points to their compiled twins, which `npm test` and `npm start` build first.
 */
const dist: URL = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/', import.meta.url)
  : new URL('../../', import.meta.url);

/** The compiled form of a source file or folder: "src/archive/build/build-worker.ts" → "…/dist/src/archive/build/build-worker.js". */
export const compiled = (source: string): string => fileURLToPath(new URL(source.replace(/\.ts$/, '.js'), dist));
