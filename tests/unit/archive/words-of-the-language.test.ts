import { expect, test } from 'vitest';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

// Words that mean something to the programming language, as the name of a person, a body or an article.
test.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])(
  '%s is a word like any other',
  async (word) => {
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    const text =
      `The Ministry of ${capital} and ${word} President Anna ${capital} met Omar ${word} in ${capital} on Thursday. ` +
      `“We agreed,” ${capital} University President Anna ${capital} said. `;
    const keeper = await openArchiveHere(placesWith({ [`${word}.md`]: articleFile('2019-05-02', text.repeat(3)) }));
    try {
      expect(await keeper.archive.status()).toMatchObject({ articles: 1, unread: [] });
      for (const typed of [word, `ministry of ${word}`, `president of ${word}`]) {
        await keeper.archive.findActors(typed);
        await keeper.archive.search(typed);
        await keeper.archive.meetings({ place: typed });
      }
      for (const what of ['person', 'place', 'outlet', 'article'] as const)
        await keeper.archive.complete(what, word, 25);
    } finally {
      await keeper.close();
    }
  },
);

test('thousands of words are nobody’s name, whatever stands between them', async () => {
  const keeper = await openArchiveHere(
    placesWith({ 'a.md': articleFile('2019-05-02', 'Anna Berg met Omar Nadir in Oslo.') }),
  );
  const words = Array.from({ length: 2500 }, (_, at) => `word${at}`);
  try {
    for (const between of [' ', '-', '/', '+', ', ', '_'])
      expect(await keeper.archive.findActors(words.join(between))).toEqual([]);
  } finally {
    await keeper.close();
  }
});
