import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveMentions } from '../../../src/reading/coreference/resolve.ts';
import { findDates } from '../../../src/reading/dates/find-dates.ts';
import type { ReadingDocument } from '../../../src/reading/document.ts';
import { findMeetings } from '../../../src/reading/meetings/find-meetings.ts';
import { loadModels } from '../../../src/reading/models.ts';
import { wholeNames } from '../../../src/reading/parse/names-as-words.ts';
import { syntaxOf } from '../../../src/reading/parse/syntax.ts';
import { findQuotations } from '../../../src/reading/quotations/find-quotations.ts';
import type { EntityIndex, EntityType, MeetingReport } from '../../../src/reading/reading.ts';
import { rolesOf } from '../../../src/reading/roles/find-roles.ts';
import { sentencesOf } from '../../../src/reading/tokens/sentences.ts';
import { tokenise } from '../../../src/reading/tokens/tokenise.ts';
import { edtf } from '../../../src/text/edtf.ts';
import { slice, span } from '../../../src/text/span.ts';
import { growth, LINEAR } from '../../support/cpu.ts';

const models = loadModels('data');

const PEOPLE = ['Ana Prieto', 'Omar Haddad', 'Lena Virta', 'Prieto', 'Haddad', 'Virta', 'Karim Nasri'];
const PLACES = ['Muscat', 'Oslo', 'Cairo', 'Oman', 'Norway', 'Egypt', 'Peru', 'Lima', 'Geneva'];
const BODIES = ['Red Crescent', 'African Union'];

/** A document whose names are those listed above; a surname means who was last named so in full. */
function document(text: string, published: string | null = '2021-03-10'): ReadingDocument {
  const entities: { type: EntityType; name: string }[] = [];
  const index = (type: EntityType, name: string) => {
    const full = PEOPLE.find((person) => person.endsWith(` ${name}`)) ?? name;
    const at = entities.findIndex((entity) => entity.name === full);
    return (at >= 0 ? at : entities.push({ type, name: full }) - 1) as EntityIndex;
  };
  const found = new RegExp([...PEOPLE, ...PLACES, ...BODIES].map((name) => `\\b${name}\\b`).join('|'), 'g');
  const names = [...text.matchAll(found)].map(({ 0: name, index: at }) => {
    const type: EntityType = PEOPLE.includes(name) ? 'person' : PLACES.includes(name) ? 'place' : 'organisation';
    return { ...span(at, at + name.length), type, entity: index(type, name) };
  });
  const sentences = sentencesOf(text);
  const day = published === null ? null : edtf(published);
  const tokens = tokenise(text);
  const posts = rolesOf(text, tokens, sentences, names);
  const mentions = names.map((name, i) => ({ ...name, role: posts[i] ?? null }));
  const syntax = syntaxOf(text, tokens, sentences, models.syntax, wholeNames(text, names, posts));
  return { text, published: day, headline: null, sentences, tokens, syntax, mentions, entities };
}

function meetings(text: string, published: string | null = '2021-03-10'): MeetingReport[] {
  const read = document(text, published);
  const coreference = resolveMentions(read);
  const dates = findDates(text, read.sentences, read.published);
  return findMeetings(read, coreference, dates, findQuotations(read, coreference));
}

const names = (meeting: MeetingReport | undefined) => meeting?.participants.map((participant) => participant.name);

describe('who met whom', () => {
  test.each([
    ['Ana Prieto met Omar Haddad in Oslo.', ['Ana Prieto', 'Omar Haddad']],
    ['On Monday, Ana Prieto, the Peruvian foreign minister, sat down with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto and Omar Haddad met in Oslo.', ['Ana Prieto', 'Omar Haddad']],
    ['“I met Omar Haddad in Oslo,” Ana Prieto said.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto won time after talks with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto negotiated a truce with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto received the Omani ambassador.', ['Ana Prieto', 'the Omani ambassador']],
    ['Omar Haddad hosted his Norwegian counterpart, Lena Virta, on Friday.', ['Omar Haddad', 'Lena Virta']],
    ['Ana Prieto spoke by phone with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Omar Haddad was received by Lena Virta in Oslo.', ['Lena Virta', 'Omar Haddad']],
    ['The statement follows a meeting between Ana Prieto and Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto discussed the drought with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Cairo and Muscat held talks.', ['Egypt', 'Oman']],
    [
      'The foreign ministers of Oman, Egypt and Norway met in Geneva.',
      ['foreign minister of Oman', 'foreign minister of Egypt', 'foreign minister of Norway'],
    ],
    ['Ana Prieto met with a delegation from Oman on Friday.', ['Ana Prieto', 'delegation from Oman']],
    ['Ana Prieto had lunch with Omar Haddad in Oslo.', ['Ana Prieto', 'Omar Haddad']],
    [
      'A delegation from Oman called on Ana Prieto on Monday to discuss fishing rights.',
      ['delegation from Oman', 'Ana Prieto'],
    ],
    ['Ana Prieto visited Omar Haddad in Oslo.', ['Ana Prieto', 'Omar Haddad']],
    ['Omar Haddad received a visit from Ana Prieto.', ['Omar Haddad', 'Ana Prieto']],
    ['Ana Prieto is in talks with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Lena Virta recalled her meeting with Omar Haddad in Oslo.', ['Lena Virta', 'Omar Haddad']],
    ['Ana Prieto discussed Egypt with Omar Haddad in a phone call.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto pledged support for Egypt at a meeting with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['“Our meeting with Omar Haddad went well,” the note says.', ['Omar Haddad']],
    ['Ana Prieto and Omar Haddad spoke on Monday about trade.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto and Omar Haddad talked for two hours in Geneva.', ['Ana Prieto', 'Omar Haddad']],
    ['Oman and Egypt negotiated for years.', ['Oman', 'Egypt']],
    ['Ana Prieto, Omar Haddad and Lena Virta discussed Egypt by phone.', ['Ana Prieto', 'Omar Haddad', 'Lena Virta']],
    ['Omar Haddad greeted Ana Prieto at the airport.', ['Omar Haddad', 'Ana Prieto']],
    ['Ana Prieto shook hands with Omar Haddad in Oslo.', ['Ana Prieto', 'Omar Haddad']],
    ['Lena Virta huddled with her advisers.', ['Lena Virta', 'her advisers']],
    ['It was the first encounter between Ana Prieto and Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['The ministers of Oman and Egypt are meeting in Geneva.', ['minister of Oman', 'minister of Egypt']],
    ['The council gathered to decide on the budget.', ['council']],
    ['The ambassadors came together in Oslo to discuss the drought.', ['The ambassadors']],
    ['A conference of foreign ministers was held in Cairo.', ['foreign ministers']],
    ['A meeting of more than forty parties in Lima led to a pact.', ['more than forty parties']],
    ['A delegation from Oman visited the bishops in Lima.', ['delegation from Oman', 'the bishops']],
    [
      'The talks were attended by Ana Prieto, the Peruvian premier; Omar Haddad, an envoy; and Lena Virta.',
      ['Ana Prieto', 'Omar Haddad', 'Lena Virta'],
    ],
    ['Ana Prieto conceded defeat in a phone call with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto emerged from talks with Omar Haddad in Oslo.', ['Ana Prieto', 'Omar Haddad']],
    ['At their meeting in Oslo, Ana Prieto told Omar Haddad that the pact would hold.', ['Ana Prieto', 'Omar Haddad']],
    ['Omar Haddad met staffers of Ana Prieto.', ['Omar Haddad', 'staffers of Ana Prieto']],
    ['The poets she met in Lima were poor.', ['The poets']],
    ['A commission, representing the ministries of Oman, met in Cairo.', ['commission']],
    ['Ana Prieto, accompanied by Lena Virta, met Omar Haddad.', ['Ana Prieto', 'Lena Virta', 'Omar Haddad']],
    ['Ana Prieto and Omar Haddad spoke three times by telephone.', ['Ana Prieto', 'Omar Haddad']],
    ['The two presidents, Ana Prieto and Omar Haddad, met in Oslo.', ['Ana Prieto', 'Omar Haddad']],
    ['Ana Prieto convened a dinner with Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
    ['Lena Virta met with Omar Haddad, Ana Prieto’s friend, in Oslo.', ['Lena Virta', 'Omar Haddad']],
    ['Lena Virta told an emergency meeting of the council that time was short.', ['Lena Virta', 'council']],
    ['In a phone call Saturday with Omar Haddad, Lena Virta demanded an answer.', ['Lena Virta', 'Omar Haddad']],
    ['Ana Prieto was the first premier to meet Omar Haddad.', ['Ana Prieto', 'Omar Haddad']],
  ])('%s', (text, expected) => {
    expect(names(meetings(text)[0])).toEqual(expected);
    expect(meetings(text)).toHaveLength(1);
    expect(meetings(text)[0]?.status).toBe('held');
  });

  test.each([
    [
      'Ana Prieto met separately with Omar Haddad and Lena Virta.',
      [
        ['Ana Prieto', 'Omar Haddad'],
        ['Ana Prieto', 'Lena Virta'],
      ],
    ],
    [
      'Ana Prieto held separate talks with Omar Haddad and Lena Virta.',
      [
        ['Ana Prieto', 'Omar Haddad'],
        ['Ana Prieto', 'Lena Virta'],
      ],
    ],
    ['He met Omar Haddad and Lena Virta.', [['Omar Haddad'], ['Lena Virta']]],
  ])('those whom one met apart did not meet each other: %s', (text, expected) => {
    expect(meetings(text).map(names)).toEqual(expected);
  });
});

describe('no meeting is made of', () => {
  test.each([
    ['criticism', 'The plan of Ana Prieto met with criticism in Lima.'],
    ['needs', 'Ana Prieto said Norway was ready to meet any needs of Oman.'],
    ['a match', 'Norway met Egypt in the final of the cup in Cairo.'],
    ['a tournament', 'Oman will host the championship in Muscat.'],
    ['a company result', 'The company met its targets for the year.'],
    ['an agreement', 'Oman and Egypt agreed to share the water of the wadi.'],
    ['a speech', 'Ana Prieto addressed the assembly in Lima.'],
    ['an interview', 'Ana Prieto spoke to the Norland Times on Friday.'],
    ['a letter', 'Ana Prieto received a letter from Omar Haddad.'],
    ['a decision welcomed', 'Ana Prieto welcomed Omar Haddad’s decision.'],
    ['name-calling', 'Ana Prieto called Omar Haddad “reckless”.'],
    ['talk in the air', 'After weeks of negotiations the price of bread fell.'],
    ['an interview', 'Ana Prieto spoke to reporters in Lima.'],
    ['an appeal', 'Ana Prieto called on Omar Haddad to resign.'],
    ['a building', 'Ana Prieto visited the Omar Haddad museum.'],
    ['a crowd', 'On Monday 6,000 people gathered in Oslo. Many students visited Norway.'],
    ['an idea', 'Hosting Omar Haddad is a joke.'],
    ['a meal', 'Ana Prieto attended a dinner in Oslo.'],
    ['a call for help', 'Ana Prieto called the doctors.'],
    ['disbelief', 'The offer of Ana Prieto met with disbelief in Oslo.'],
    ['a final', 'Ana Prieto met Lena Virta in the final in Lima.'],
    ['fees', 'Ana Prieto and Omar Haddad received consulting fees.'],
    ['a challenge', 'Ana Prieto said the council is able to meet today’s challenges.'],
    ['a reader’s acquaintance', 'In the next chapter we meet Lena Virta.'],
    ['a call for a thing', 'Oman called for the replacement of the guards with soldiers of Egypt.'],
    ['two speeches', 'Ana Prieto and Omar Haddad spoke at a rally in Lima.'],
    ['a press conference', 'Ana Prieto held a press conference in Lima.'],
    ['preparations', 'Preparations for a meeting are under way in Oslo.'],
    ['talk', 'Omar Haddad’s talk of a boycott worried Oslo.'],
    ['an honour', 'In April Ana Prieto received the Red Crescent in recognition of her work.'],
    ['a long interview', 'Ana Prieto spoke to Lena Virta in an interview recorded in Oslo.'],
    ['a wish', 'Ana Prieto’s eagerness to meet Omar Haddad may have hurt her.'],
    ['a reason', 'Ana Prieto had good reasons to meet Omar Haddad.'],
    ['a nickname', 'Omar Haddad, as Ana Prieto calls Karim Nasri, won.'],
    ['a judgement', 'Once Ana Prieto called the president a good man.'],
    ['a family', 'Ana Prieto came to Lima to visit her family.'],
    ['a house', 'During her visit to the Red Crescent Ana Prieto fell.'],
    ['what one says in public', 'Omar Haddad and his aides talk about the drought in every speech.'],
  ])('%s', (_what, text) =>
    expect(meetings(text).filter((m) => m.status === 'held' && m.participants.length > 1)).toEqual([]),
  );
});

describe('where, when and about what', () => {
  test('are told as the text tells them', () => {
    const text =
      'On Friday, Ana Prieto held talks with Omar Haddad in Geneva to discuss fishing rights, the ministry said.';
    const [meeting] = meetings(text);
    expect(meeting?.place?.name).toBe('Geneva');
    expect(meeting?.date?.value).toBe('2021-03-05');
    expect(meeting?.topic && slice(text, meeting.topic)).toBe('fishing rights');
  });

  test('an ambassador’s post is no venue', () => {
    const [meeting] = meetings('Ana Prieto met Oman’s ambassador to Norway.');
    expect(meeting?.place).toBeNull();
  });

  test('a meeting beside a summit has the summit’s place, and no topic', () => {
    const [meeting] = meetings('Ana Prieto met Omar Haddad on the sidelines of a summit in Cairo.');
    expect([meeting?.place?.name, meeting?.topic]).toEqual(['Cairo', null]);
  });

  test('an arrival is no topic', () => {
    const [meeting] = meetings('Ana Prieto was welcomed by Omar Haddad on arrival in Cairo.');
    expect([meeting?.place?.name, meeting?.topic]).toEqual(['Cairo', null]);
  });

  test('the day of a statement is not the day of the meeting', () => {
    expect(meetings('Ana Prieto met Omar Haddad, the palace said on Monday.')[0]?.date).toBeNull();
  });

  test('of two places that are only possible none is told', () => {
    const [meeting] = meetings('The next meeting of the commission can be held in Oslo or in Cairo.');
    expect([meeting?.status, meeting?.place]).toEqual(['planned', null]);
  });
});

describe('one noun for several meetings', () => {
  test.each([
    [
      'Ana Prieto and Omar Haddad have held two summits – one in Lima last year, the other in Cairo last February.',
      [
        ['Lima', '2020'],
        ['Cairo', '2021-02'],
      ],
    ],
    [
      'Ana Prieto held talks with Omar Haddad in Lima and Cairo.',
      [
        ['Lima', undefined],
        ['Cairo', undefined],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(meetings(text).map(({ place, date }) => [place?.name, date?.value])).toEqual(expected);
  });

  test('one visit to two places stays one', () => {
    expect(meetings('Ana Prieto met Omar Haddad in Lima and Cairo.')).toHaveLength(1);
  });
});

test('the day of another meeting that it was about is not its day', () => {
  const text = 'Ana Prieto discussed with Omar Haddad the paper from the 2012 summit on fishing.';
  expect(meetings(text)[0]?.date).toBeNull();
});

test('the day before two nouns for one meeting is its day', () => {
  const text = 'Ana Prieto and Omar Haddad pledged at their March 5 summit meeting in Cairo to fish less.';
  expect(meetings(text)[0]?.date?.value).toBe('2021-03-05');
});

test('a verb that only runs on shares who and when with the one before it', () => {
  const found = meetings('Ana Prieto will meet Omar Haddad on Thursday, then meet Lena Virta on Friday.');
  expect(found.map((meeting) => [meeting.status, names(meeting)])).toEqual([
    ['planned', ['Ana Prieto', 'Omar Haddad']],
    ['planned', ['Ana Prieto', 'Lena Virta']],
  ]);
});

describe('several sentences', () => {
  test('that name first the leaders, then their states, name the leaders', () => {
    const text =
      'On Monday the Omani sultan Omar Haddad and the Peruvian premier Ana Prieto are to hold trade talks. On Monday Oman and Peru are to hold formal trade talks.';
    const found = meetings(text);
    expect(found.map(names)).toEqual([['Omar Haddad', 'Ana Prieto']]);
  });

  test('about one meeting become one report, with all who took part', () => {
    const text =
      'Ana Prieto met on Friday with a delegation from Oman. The deal was close. ' +
      'It follows a meeting between the Omani delegation’s head Omar Haddad and Ana Prieto in Lima.';
    const found = meetings(text);
    expect(found).toHaveLength(1);
    expect(names(found[0])).toEqual(['Ana Prieto', 'delegation from Oman', 'Omar Haddad']);
    expect([found[0]?.place?.name, found[0]?.date?.value]).toEqual(['Lima', '2021-03-05']);
  });

  test('that give its month, then its day, give its day', () => {
    const found = meetings(
      'Ana Prieto met Omar Haddad in Cairo last month. Ana Prieto and Omar Haddad pledged at their February 12 meeting in Cairo to fish less.',
    );
    expect(found.map(({ date }) => date?.value)).toEqual(['2021-02-12']);
  });

  test('about two meetings of one person stay two', () => {
    const found = meetings('Ana Prieto met Omar Haddad. Later Ana Prieto met Lena Virta.');
    expect(found.map(names)).toEqual([
      ['Ana Prieto', 'Omar Haddad'],
      ['Ana Prieto', 'Lena Virta'],
    ]);
  });

  test('that go on about it stand with it', () => {
    const text =
      'Ana Prieto met Omar Haddad in Oslo. The two sides exchanged views on trade. Prieto and Haddad discussed fish.';
    const [meeting, none] = meetings(text);
    expect(meeting?.also.map((also) => slice(text, also))).toEqual([
      'The two sides exchanged views on trade.',
      'Prieto and Haddad discussed fish.',
    ]);
    expect(none).toBeUndefined();
  });

  test('a plan is not joined to what was held', () => {
    const found = meetings('Ana Prieto met Omar Haddad. Ana Prieto will meet Omar Haddad again.');
    expect(found.map((meeting) => meeting.status)).toEqual(['held', 'planned']);
  });
});

test.each([
  ['Oman has postponed talks with Egypt.', 'called-off', ['Oman', 'Egypt']],
  ['Ana Prieto refused to meet Omar Haddad.', 'called-off', ['Ana Prieto', 'Omar Haddad']],
  ['Oman decided to enter negotiations with Norway over fish.', 'planned', ['Oman', 'Norway']],
  ['Omar Haddad has had no talks with Ana Prieto.', 'denied', ['Omar Haddad', 'Ana Prieto']],
  ['Omar Haddad would not be able to meet Ana Prieto.', 'denied', ['Omar Haddad', 'Ana Prieto']],
  ['Omar Haddad was able to meet Ana Prieto.', 'held', ['Omar Haddad', 'Ana Prieto']],
  ['Ana Prieto asked to meet Omar Haddad.', 'requested', ['Ana Prieto', 'Omar Haddad']],
  ['The talks between Oman and Egypt have been frozen.', 'called-off', ['Oman', 'Egypt']],
  ['Ana Prieto called off her meeting with Omar Haddad.', 'called-off', ['Ana Prieto', 'Omar Haddad']],
  ['Ana Prieto and Omar Haddad regularly meet in Oslo.', 'recurring', ['Ana Prieto', 'Omar Haddad']],
  ['The council meets every month.', 'recurring', ['council']],
  ['Ana Prieto will sign it at the summit with Omar Haddad next month.', 'planned', ['Ana Prieto', 'Omar Haddad']],
  ['Oman and Egypt have held several rounds of talks in recent years.', 'recurring', ['Oman', 'Egypt']],
])('%s', (text, status, expected) => {
  expect(meetings(text).map((meeting) => [meeting.status, names(meeting)])).toEqual([[status, expected]]);
});

const PIECES = [
  ...PEOPLE,
  ...PLACES,
  'met',
  'with',
  'held talks',
  'and',
  ',',
  'the',
  'foreign ministers of',
  '“',
  '(',
  'Friday',
  'will',
  'to',
  '.',
  'who',
  '\n\n',
  'a meeting',
  'of',
  'between',
  'his',
  '‏',
  'é',
  'visit',
  'received',
  'in',
  'The two sides discussed',
];

test('whatever the text, a report lies in it and its words are its own', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 50 }), (pieces) => {
      const text = pieces.join(' ');
      for (const meeting of meetings(text)) {
        const spans = [
          meeting,
          meeting.trigger,
          meeting.topic,
          meeting.place,
          meeting.date,
          ...meeting.also,
          ...meeting.participants,
        ];
        for (const part of spans) if (part) expect(slice(text, part).length).toBe(part.end - part.start);
        expect(meeting.trigger.start).toBeGreaterThanOrEqual(meeting.start);
        expect(meeting.trigger.end).toBeLessThanOrEqual(meeting.end);
        expect(meeting.participants.length).toBeGreaterThan(0);
        for (const { name } of meeting.participants) expect(name.trim()).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  'met ',
  'Ana Prieto met ',
  'Ana Prieto and ',
  'held talks with ',
  'He met her. ',
  'the meeting of , ',
  '( ',
])('four times the text takes about four times as long: %j', (unit) => {
  const times = growth(
    6000,
    (length) => document(unit.repeat(length / unit.length)),
    (read) => findMeetings(read, resolveMentions(read), [], []),
  );
  expect(times).toBeLessThan(LINEAR);
});
