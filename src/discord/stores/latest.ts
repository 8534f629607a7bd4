import { boundedCache } from '../../text/bounded-cache.ts';

/** Remembers the latest `most` ids; says of each whether it is new. */
export function latest(most: number): (id: string) => boolean {
  const seen = boundedCache<string, true>(most);
  return (id) => {
    if (seen.get(id)) return false;
    seen.set(id, true);
    return true;
  };
}
