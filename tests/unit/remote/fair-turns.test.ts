import { expect, test } from 'vitest';
import { fairTurns } from '../../../src/remote/fair-turns.ts';

/** Asks in the order given, each at its cost; the order in which they were answered. */
async function answered(asked: readonly (readonly [person: string, question: string, spent: number])[]) {
  const turns = fairTurns();
  const order: string[] = [];
  await Promise.all(
    asked.map(([person, question, spent]) =>
      turns.take(person, async () => {
        order.push(question);
        return { result: null, spent };
      }),
    ),
  );
  return order;
}

test('who asks one question waits for none of another’s many', async () => {
  const flood = Array.from({ length: 20 }, (_, at) => ['mina', `mina ${at}`, 10_000] as const);
  const order = await answered([...flood, ['olga', 'olga', 10_000], ['ivan', 'ivan', 10_000]]);
  expect(order.slice(0, 3).toSorted()).toEqual(['ivan', 'mina 0', 'olga']);
});

test('turns are given by what questions cost: one dear question stands against many cheap ones', async () => {
  const dear = Array.from({ length: 3 }, (_, at) => ['mina', `dear ${at}`, 1_000_000] as const);
  const cheap = Array.from({ length: 10 }, (_, at) => ['olga', `cheap ${at}`, 1000] as const);
  const order = await answered([...dear, ...cheap]);
  expect(order.indexOf('dear 1')).toBeGreaterThan(order.indexOf('cheap 9'));
});

test('one person’s questions are answered in the order in which they were asked, a failed one among them', async () => {
  const turns = fairTurns();
  const said: string[] = [];
  const ask = (question: string) =>
    turns.take('mina', async () => {
      said.push(question);
      if (question === 'b') throw new Error('no');
      return { result: question, spent: 1 };
    });
  const [a, b, c] = await Promise.allSettled(['a', 'b', 'c'].map(ask));
  expect(said).toEqual(['a', 'b', 'c']);
  expect([a?.status, b?.status, c?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
