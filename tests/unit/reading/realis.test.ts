import { describe, expect, test } from 'vitest';
import { REALIS, statusOf } from '../../../src/reading/meetings/factuality.ts';

/** A telling cut at its trigger, which stands between bars: "The two |met| in Oslo." */
function status(sentence: string, nominal = false) {
  const [before = '', trigger = '', after = ''] = sentence.split('|');
  return statusOf({ before, trigger, after, nominal });
}

describe('what happened is told as held', () => {
  test.each([
    'The king |met| the envoy in Oslo.',
    'The two have |held talks| in Muscat.',
    'Theresa May has |held talks| with the premier.',
    'The premier, who will retire in May, |met| the queen.',
    'Before she |met| the poet she lived in Lima.',
    'After years of trying he managed to |meet| the queen.',
  ])('%s', (sentence) => expect(status(sentence)).toBe('held'));
});

describe('what is only meant to happen never is', () => {
  test.each([
    ['The king will |meet| the envoy on Friday.', 'planned'],
    ['The ministers are due to |hold talks| in Cairo.', 'planned'],
    ['She flew to Rome to |meet| the pope.', 'planned'],
    ['The premier hopes to soon |sit down| with the rebels.', 'planned'],
    ['The rebels should lay down their arms and |enter talks|.', 'planned'],
    ['They agreed to |hold a meeting| next month.', 'planned'],
    ['He left on Sunday for |talks| with the emir.', 'planned'],
    ['The rebels asked to |meet| the governor.', 'requested'],
    ['Oman called for |talks| between the parties.', 'requested'],
    ['The premier refused to |meet| the envoy.', 'denied'],
    ['The two did not |meet| in Oslo.', 'denied'],
    ['The pope has no plans to address the crowd or |meet| the senator.', 'denied'],
    ['The president cancelled a planned |visit| to Lima.', 'called-off'],
    ['The two sides have |held several rounds of talks| since.', 'recurring'],
    ['The neighbours regularly |meet| in Vienna.', 'recurring'],
  ])('%s', (sentence, expected) => expect(status(sentence)).toBe(expected));

  test.each([
    ['The |summit| of the two leaders was postponed.', 'called-off'],
    ['The next |session| of the commission will be held in Oslo.', 'planned'],
    ['A |meeting| between the two is expected in spring.', 'planned'],
    ['The pact paves the way for |talks| between the rebels and the crown.', 'planned'],
    ['The |talks| between the rebels and the crown ended without a word.', 'held'],
    ['It came after a |meeting| with the emir.', 'held'],
  ])('%s', (sentence, expected) => expect(status(sentence, true)).toBe(expected));
});

test('a question tells nothing', () => {
  expect(status('Asked whether he had |met| the donor, he left.')).toBeNull();
});

test('every rule says by an example what it is for', () => {
  for (const { example } of REALIS) expect(example.length).toBeGreaterThan(10);
});
