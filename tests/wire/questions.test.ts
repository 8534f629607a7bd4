import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project/folder.ts';
import { buttonsOf, wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// Twenty questions about the five articles, asked of the bot by direct message, over the wire.

interface Asked {
  readonly id: string;
  readonly class: 'answerable' | 'none' | 'ambiguous';
  readonly ask: string;
  readonly must_contain: readonly string[];
  readonly must_not_contain: readonly string[];
  readonly evidence_file: readonly string[];
}

const questions: Asked[] = readFileSync(join(import.meta.dirname, '../support/seeds/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const articlesFolder = join(projectFolder, 'data/articles');
const articles = new Map(
  readdirSync(articlesFolder)
    .filter((file) => file !== 'README.md')
    .map((file) => [file, readFileSync(join(articlesFolder, file), 'utf8')]),
);

const here = oneBot();

/** All that the bot replies, page after page. */
async function replyTo(words: string): Promise<string> {
  let message: APIMessage = await here.standIn.directMessage(here.standIn.world.member, words).reply();
  const pages = [wordsOf(message)];
  for (let page = 1; ; page++) {
    const next = buttonsOf(message).find((id) => id.startsWith(`page:${page}:`));
    if (!next) return pages.join('\n');
    message = await here.standIn.press(here.standIn.world.member, message, next).answered();
    pages.push(wordsOf(message));
  }
}

/** Discord's markup and escapes taken away, to compare with plain text. */
const plain = (shown: string): string => shown.replace(/\\([^\w\s])/g, '$1').replace(/\*\*|~~/g, '');

/** An article's address, or its headline in the receipt. */
const citesFile = (reply: string, file: string): boolean => {
  const url = /^url: (\S+)$/m.exec(articles.get(file) ?? '')?.[1];
  return url !== undefined && reply.includes(url);
};

describe('twenty questions about the five articles', () => {
  test.each(questions.map((question) => [question.id, question.ask, question] as const))(
    '%s: %s',
    async (_id, ask, question) => {
      const shown = await replyTo(ask);
      const reply = plain(shown);
      for (const words of question.must_contain) expect(reply).toContain(words);
      // How the question was understood may name what the answer must not: it is the asker's own words.
      const answer = reply.replace(/^.*(?:Understood as|Assumed).*$/gm, '');
      for (const words of question.must_not_contain) expect(answer).not.toContain(words);
      if (question.class === 'answerable') {
        expect(reply).not.toContain('Nothing in the archive');
        for (const file of question.evidence_file) expect(citesFile(shown, file), file).toBe(true);
        for (const file of articles.keys())
          if (!question.evidence_file.includes(file)) expect(citesFile(shown, file), `not ${file}`).toBe(false);
      }
      if (question.class === 'none') expect(reply).toContain('Nothing in the archive');
      // As read: the addresses behind links are not.
      expect(reply.replace(/\]\(https?:[^)]*\)/g, ']').length, 'short').toBeLessThan(2600);
      expect(here.standIn.wrongs()).toEqual([]);
    },
  );

  test('an ambiguous name is told with both people, and neither is given words', async () => {
    const reply = plain(await replyTo('/quote Hussein'));
    expect(reply).toContain('Nothing in the archive');
    expect(reply).toMatch(/Fuad Hussein[\s\S]*al-Husseini|al-Husseini[\s\S]*Fuad Hussein/);
    expect(reply).not.toMatch(/“/);
  });
});

describe('a conversation', () => {
  test('“and in 2015?” goes on with the question before it', async () => {
    await replyTo('who met in November 2020?');
    const reply = plain(await replyTo('and in 2015?'));
    expect(reply).toContain('Zamili');
    expect(reply).not.toContain('Fuad Hussein');
  });
});
