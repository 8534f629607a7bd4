import { inEnglish } from '../answers/words/words.ts';
import type { Archive } from '../archive/archive.ts';
import type { Holdings } from './page/protocol.ts';

/** What the archive holds, as the page says it. */
export async function holdingsOf(archive: Archive): Promise<Holdings> {
  const [{ articles, people, from, to }, outlets] = await Promise.all([archive.status(), archive.outlets(1)]);
  return {
    articles,
    outlets: outlets.length,
    people,
    from: from && inEnglish.date(from),
    to: to && inEnglish.date(to),
  };
}
