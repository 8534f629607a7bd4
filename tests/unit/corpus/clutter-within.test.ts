import { describe, expect, it } from 'vitest';
import { findBody, textOfLines } from '../../../src/corpus/body.ts';
import { withoutInlineLinks } from '../../../src/corpus/inline-links.ts';

// What a page's players, galleries and link boxes leave between the paragraphs of an article, and within them.

const FIRST = 'The harbour reopened on Monday, two years after the storm that broke its pier.';
const LAST = 'Mayor Ann Lee said the crews had worked through the winter to get it done.';
const bodyOf = (text: string) => textOfLines(text, findBody(text).body);

describe('between paragraphs', () => {
  it.each([
    ['a player', 'JUST WATCHED Mayor opens harbour Replay More Videos ... MUST WATCH Mayor opens harbour 01:02'],
    ['a player', 'Media playback is unsupported on your device Media caption The mayor: "We waited a long time."'],
    ['a player', 'Play Video 2:07 The crews have one week to leave, says mayor – video'],
    ['a player', 'This video file cannot be played.'],
    ['a player', '(Error Code: 102630)'],
    ['a gallery', 'Hide caption Crews stand on the new pier after the opening. Previous Next Jane Roe/AFP'],
    [
      'a gallery',
      `Photos: The harbour ${'The crews are at work on the pier in the second winter. Hide Caption 6 of 22 '.repeat(9)}`,
    ],
    ['a picture', 'Image copyright Jane Roe Image caption The pier was closed for two years.'],
    ['a picture', 'FILE - In this June 3, 2019, file photo the old pier stands in Westport harbour.'],
    ['a picture', 'The mayor walks over the new pier on Monday. Photograph: Jane Roe/Reuters'],
    ['a picture', 'The mayor (L) and the harbour master (R) after the opening on Monday. Jane Roe—AFP/Getty Images'],
    ['a picture', 'The mayor walks over the new pier on Monday. | Jane Roe/AP Photo'],
    ['a picture', 'The paper explains why it took two years. Photo: Getty'],
    ['another story', 'Ferry line to close after sixty years on the bay Read more'],
    ['another story', "'Wiped out': villages on the coast count the cost Read more"],
    ['an advertisement', 'Advertisement Continue reading the main story'],
    ['an advertisement', 'Advertisement:'],
    ['a sign-up box', 'Get the Herald in your inbox. By signing up, you agree to our Privacy Policy'],
    ['an author box', 'Write to Jane Roe at jane.roe@herald.example.'],
    ['an author box', 'Send tips to tips@herald.example.'],
    ['a letter', 'You are receiving this because you signed up at herald.example.'],
    ['a letter', 'Unsubscribe from this list'],
    ['a letter', 'View this email in your browser'],
    ['a link', 'Click for more from the Westport Herald.'],
  ])('%s is no article: %s', (_, clutter) => {
    expect(bodyOf(`${FIRST}\n\n${clutter}\n\n${LAST}`)).toBe(`${FIRST}\n\n${LAST}`);
  });

  it.each([
    'The picture: nobody on the pier, and the ferries gone.',
    'She had read more of the report than the council, she said.',
    'The mayor said the photographer, Jane Roe of Reuters, had been asked to leave the pier.',
    'He asked people to send their tips to the police.',
    '“You can hide the caption and play the video again,” the curator said of the show.',
    'The council wants to contact the owners, and to write to each of them.',
  ])('a paragraph that only sounds like it stays: %s', (line) => {
    expect(bodyOf(`${FIRST}\n\n${line}\n\n${LAST}`)).toContain(line);
  });
});

describe('within a sentence', () => {
  it.each([
    [
      'Senator Ann Lee Ann Marie LeePort deal divides the council Ferries stay in harbour: report MORE said so on Monday.',
      'Senator Ann Lee said so on Monday.',
    ],
    [
      'Her son Omar Dari Jr. Omar (Om) Ali DariDari Jr. book tops list MORE and a banker were there.',
      'Her son Omar Dari Jr. and a banker were there.',
    ],
    [
      'Spokeswoman Ann Berg Ann Louise MoeThe Memo: why briefings matter MORE (R-Ky.) agreed.',
      'Spokeswoman Ann Berg (R-Ky.) agreed.',
    ],
    ['Chief of staff Nick Hall John (Nick) HallKent takes over MORE. He left.', 'Chief of staff Nick Hall. He left.'],
  ])('a box of links behind a name is taken out: %s', (line, clean) => {
    expect(withoutInlineLinks(line)).toBe(clean);
  });

  it('capitals and a name said twice are none', () => {
    for (const line of ['Ann Lee met Ann LeeRoy, and wanted more.', 'Ann Lee Ann Lee said MORE was to come.'])
      expect(withoutInlineLinks(line)).toBe(line);
  });
});
