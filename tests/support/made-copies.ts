/** Makes copies of articles as they are found in the wild, for measuring how they are recognised. */

const paragraphsOf = (body: string): string[] => body.split(/\n+/).filter((words) => words.trim() !== '');

/** The same words in other lines, with other marks. */
export const rewrapped = (body: string): string =>
  paragraphsOf(body)
    .map((words) => words.replace(/(.{1,72})(?:\s+|$)/g, '$1\n').trim())
    .join('\n\n\n')
    .replace(/[“”]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/ – | — /g, ' -- ');

/** As an editor leaves it: one word in fifteen another, one sentence in ten gone. */
export function edited(body: string, random: () => number): string {
  const words = body.match(/\p{L}{4,}/gu) ?? ['word'];
  const other = (): string => words[Math.floor(random() * words.length)] ?? 'word';
  return body
    .replace(/[^.!?\n]+[.!?]+["”’]?\s/g, (sentence) => (random() < 0.1 ? '' : sentence))
    .replace(/\p{L}{4,}/gu, (word) => (random() < 1 / 15 ? other() : word));
}

/** The first half or so of its sentences, as other sites print an agency's story, under an introduction of their own. */
export function cutShort(body: string, random: () => number): string {
  const sentences = body.match(/[^.!?]+[.!?]+["”’]?\s*/g) ?? [body];
  const kept = sentences.slice(0, Math.max(6, Math.ceil(sentences.length * (0.4 + 0.3 * random()))));
  return `This is what our newsroom knows so far of the story of the day.\n\n${kept.join('')}\n\nWith material from news agencies. Follow us for more.`;
}

/** The whole story among as much of somebody's own. */
export function embedded(body: string, own: string): string {
  const around = paragraphsOf(own.slice(0, body.length));
  const half = Math.floor(around.length / 2);
  return [...around.slice(0, half), body, ...around.slice(half)].join('\n\n');
}

/** Another report of the same event: the quotations of one among words that nobody else has. No copy. */
export function reportedAnew(body: string, own: string, random: () => number): string {
  const quotations = (body.match(/[“"][^”"\n]{20,300}[”"]/g) ?? []).slice(0, 5);
  const sentences = own.match(/[^.!?]+[.!?]+["”’]?\s*/g) ?? [own];
  const words = own.match(/\p{L}+/gu) ?? ['word'];
  const anew = sentences.map((one) =>
    one.replace(/\p{L}+/gu, (word) => (random() < 0.5 ? (words[Math.floor(random() * words.length)] ?? word) : word)),
  );
  return anew.map((sentence, at) => (quotations[at] ? `${sentence}${quotations[at]}, they said. ` : sentence)).join('');
}
