import { describe, expect, test } from 'vitest';
import { factualityOf } from '../../../src/reading/factuality/factuality.ts';
import { loadModels } from '../../../src/reading/models.ts';
import { parseSentence } from '../../../src/reading/parse/parser.ts';
import { tokenise } from '../../../src/reading/tokens/tokenise.ts';

const { syntax } = loadModels('data');

/** What the sentence says of the event that stands between bars: "The two |met| in Oslo." */
function factuality(marked: string) {
  const [before = '', event = '', after = ''] = marked.split('|');
  const text = before + event + after;
  const tokens = tokenise(text);
  const at = tokens.findIndex(({ start }) => start === before.length);
  return factualityOf(parseSentence(text, tokens, 0, tokens.length, syntax), at);
}

describe('what happened is actual', () => {
  test.each([
    'The king |met| the envoy in Oslo.',
    'Theresa May has |held| talks with the premier.',
    'The premier, who will retire in May, |met| the queen.',
    'Before she |met| the poet she lived in Lima.',
    'After years of trying he managed to |meet| the queen.',
    'The envoy traveled to Muscat to |meet| the emir.',
    'She was the first premier to |meet| the rebels.',
    'The two did not |meet| until Monday.',
    'They not only |met| but also signed a pact.',
    'The |talks| between the rebels and the crown ended without a word.',
    'It came after a |meeting| with the emir.',
    'The ministry confirmed that the two had |met| in Oslo.',
    'There is no doubt that the premier |met| the donor.',
    'She is certain that the envoy |met| the rebels.',
    'The evidence that the premier |met| the donor is strong.',
    'The claim that he made after he |met| the donor is untrue.',
    'The minister, who no longer leads the party, |met| the senator.',
  ])('%s', (sentence) => expect(factuality(sentence)).toBe('actual'));
});

describe('what is only meant to happen never is', () => {
  test.each([
    ['The king will |meet| the envoy on Friday.', 'planned'],
    ['The ministers are due to |hold| talks in Cairo.', 'planned'],
    ['The ministers hope to |sit| down with the rebels.', 'planned'],
    ['They agreed to |hold| a meeting next month.', 'planned'],
    ['The rebels asked to |meet| the governor.', 'requested'],
    ['Oman called for |talks| between the parties.', 'requested'],
    ['The premier refused to |meet| the envoy.', 'called-off'],
    ['The two did not |meet| in Oslo.', 'denied'],
    ['The president cancelled a planned |visit| to Lima.', 'called-off'],
    ['The |summit| of the two leaders was postponed.', 'called-off'],
    ['The next |session| of the commission will be held in Oslo.', 'planned'],
    ['A |meeting| between the two is expected in spring.', 'planned'],
    ['The minister denied that she had |met| the envoy.', 'denied'],
    ['It is not true that they |met|.', 'denied'],
    ['If she had |met| him, she would have told him.', 'hypothetical'],
    ['She wished she had |met| him.', 'hypothetical'],
    ['A |meeting| would mark a new beginning.', 'planned'],
    ['Asked whether he had |met| the donor, he left.', 'hypothetical'],
    ['Did he |meet| the donor?', 'hypothetical'],
    ['He left without |meeting| the donor.', 'denied'],
    ['He has no plans to |meet| the senator.', 'denied'],
    ['Claims that the premier |met| the donor are baseless.', 'denied'],
    ['Reports that the envoy had |met| the rebels were false.', 'denied'],
    ['The claim that the premier |met| the donor is untrue.', 'denied'],
    ['Claims that they had |met| are a hoax.', 'denied'],
    ['There is no evidence that the premier |met| the donor.', 'hypothetical'],
    ['The police found no proof that the envoy |met| the rebels.', 'hypothetical'],
    ['There was no sign that the envoy had |met| the rebels.', 'hypothetical'],
    ['Nina Orlo wished she had |met| Ivo Stern.', 'hypothetical'],
    ['The premier no longer plans to |meet| the senator.', 'called-off'],
    ['The premier will no longer |meet| the senator.', 'called-off'],
    ['The premier is no longer expected to |meet| the senator.', 'called-off'],
    ['The envoy said he no longer wanted to |meet| the rebels.', 'called-off'],
  ])('%s', (sentence, expected) => expect(factuality(sentence)).toBe(expected));
});
