import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { choose } from '../../../src/questions/choose.ts';
import { decide } from '../../../src/questions/decide.ts';
import { findSentences } from '../../../src/questions/find.ts';
import { nearWords } from '../../../src/questions/near-words.ts';
import { parseQuestion } from '../../../src/questions/question.ts';
import { signalsOf } from '../../../src/questions/signals.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { slice } from '../../../src/text/span.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

const TODAY = '2026-03-02' as Day;
let keeper: Keeper;
beforeAll(async () => {
  keeper = await openArchiveOfFive();
});
afterAll(() => keeper.close());

async function answered(typed: string) {
  const question = await parseQuestion(typed, keeper.archive, TODAY);
  const ranked = await findSentences(question, keeper.archive);
  const verdict = decide(question, ranked, await signalsOf(question, ranked, keeper.archive));
  const shown = choose(ranked, question).map(({ candidate: { article, sentence } }) => ({
    outlet: article.stored.card.outlet.name,
    text: slice(article.stored.article.body, sentence.span),
  }));
  return { verdict, shown };
}

describe('the sentences that answer', () => {
  it.each([
    ['southern syria july death toll', 'more than 250 people'],
    ['Link to the story with the Siberia plan?', 'Siberia'],
    ['how many daesh fighters are still there', '2,000 Daesh fighters'],
    ['what did rogozin say about mosul', 'Mosul'],
    ['in which city did bogdanov and zamili meet', 'Moscow'],
    ['What do Sputnik and Press TV say about Bogdanov?', 'Bogdanov'],
  ])('%s: among the first three %s', async (typed, words) => {
    const { verdict, shown } = await answered(typed);
    expect(verdict).toBe('found');
    expect(
      shown
        .slice(0, 3)
        .map(({ text }) => text)
        .join(' '),
    ).toContain(words);
  });

  it('each is shown once, and no more than a message holds', async () => {
    const { shown } = await answered('what did Russia and Iraq agree on against the Islamic State');
    expect(new Set(shown.map(({ text }) => text)).size).toBe(shown.length);
    expect(shown.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(4000);
  });

  it('outlets that are named stand side by side', async () => {
    const { shown } = await answered('does sputnik say the same as press tv about the joint centre');
    expect(new Set(shown.slice(0, 2).map(({ outlet }) => outlet))).toEqual(new Set(['Sputnik', 'Press TV']));
  });
});

describe('what is not said', () => {
  it.each([
    ['lavrov and zamili, did they ever sit down together?', 'near'],
    ['/met Putin Fuad Hussein', 'near'],
    ['how many daesh fighters were on flight 8041', 'near'],
    ['how tall is lavrov', 'near'],
    ['Why did Bogdanov resign?', 'near'],
    ['asdf qwer zxcv', 'nothing'],
    ['', 'nothing'],
  ])('%s: %s', async (typed, verdict) => {
    expect((await answered(typed)).verdict).toBe(verdict);
  });
});

describe('words of like meaning', () => {
  it('stand for one another, the nearer the more', () => {
    const near = nearWords('dismissal');
    expect(near.map(({ word }) => word)).toContain('sacking');
    expect(near.map(({ weight }) => weight)).toEqual(near.map(({ weight }) => weight).sort((a, b) => b - a));
    expect(nearWords('zzzzz')).toEqual([]);
  });
});
