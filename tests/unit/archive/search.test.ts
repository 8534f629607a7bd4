import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeWords } from '../../../src/archive/index/vocabulary.ts';
import {
  addDocument,
  buildIndex,
  type IndexableDocument,
  loadIndex,
  removeDocument,
  type SearchIndex,
  serialiseIndex,
} from '../../../src/archive/index/write-buffer.ts';
import { parseQuery } from '../../../src/archive/query.ts';
import { correctQuery } from '../../../src/archive/search/correct-spelling.ts';
import { searchIndex } from '../../../src/archive/search/search-index.ts';

const ARTICLES: readonly IndexableDocument[] = [
  {
    id: 'harbour',
    headline: 'Port workers end strike',
    body: 'The harbour reopened on Monday. Co-operation between the unions and Port Authority held.',
  },
  {
    id: 'budget',
    headline: 'Parliament passes budget',
    body: 'Members voted late. The harbour was mentioned once. Finance minister Orsolya Kertész spoke of cooperation.',
  },
  {
    id: 'vaccine',
    headline: 'WHO approves vaccine',
    body: 'The agency, which meets in Geneva, said the vaccine was safe. Nobody asked who paid for the trial.',
  },
  { id: 'arabic', headline: null, body: 'قال حكيم الزاملي إن اللجنة ستجتمع.' },
  { id: 'russian', headline: null, body: 'Депутат Хаким Замили выступил в Багдаде.' },
  {
    id: 'english',
    headline: 'Committee to meet',
    body: 'Hakim al-Zamili, who heads the committee, spoke of security.',
  },
  {
    id: 'scrape',
    headline: null,
    body: 'Economic co=operation was discussed. The US envoy and the U.S. delegation told us nothing.',
  },
];

const index = buildIndex(ARTICLES);
const texts = new Map(ARTICLES.map((article) => [article.id, article]));

function find(typed: string, within: SearchIndex = index): string[] {
  const { query } = correctQuery(within, parseQuery(typed));
  return searchIndex(within, query, 100, { textOf: (id) => texts.get(id) ?? null }).map(({ id }) => id);
}

describe('searching', () => {
  it('puts what an article is about before what it mentions', () => {
    expect(find('harbour')).toEqual(['harbour', 'budget']);
    expect(find('port strike')[0]).toBe('harbour');
  });

  it('finds a word in its other forms', () => {
    expect(find('approval of vaccines')[0]).toBe('vaccine');
    expect(find('voting')).toContain('budget');
  });

  it('finds a compound however it is written', () => {
    for (const spelling of ['co-operation', 'cooperation', 'co=operation', 'CO-OPERATION']) {
      expect(find(spelling).sort(), spelling).toEqual(['budget', 'harbour', 'scrape']);
    }
  });

  it('finds a name in all its spellings and scripts', () => {
    const spellings = ['Zamili', 'al-Zamili', 'الزاملي', 'Замили', 'zamili', 'al zamili', 'El-Zamili', 'az-Zamili'];
    for (const spelling of spellings) {
      expect(find(spelling).sort(), spelling).toEqual(['arabic', 'english', 'russian']);
    }
  });

  it('finds a name with or without its accents and apostrophes', () => {
    expect(find('Kertesz')).toEqual(['budget']);
    expect(find("Kertész's")).toEqual(['budget']);
  });

  it('tells the name WHO from the word who, and US from us', () => {
    expect(find('WHO')).toEqual(['vaccine']);
    expect(find('who').sort()).toEqual(['english', 'vaccine']);
    expect(find('who paid')).not.toContain('english');
    expect(find('U.S.')).toEqual(['scrape']);
    expect(find('US')).toEqual(['scrape']);
  });

  it('finds nothing for what no article has', () => {
    expect(find('xylophone')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('the of and')).toEqual([]);
    expect(find('THE OF AND')).toEqual([]);
    expect(find('THE HARBOUR AND WHO OWNS IT')).not.toContain('vaccine');
  });

  it('says what share of the query an article has', () => {
    const hits = searchIndex(index, parseQuery('harbour xylophone'), 10, { textOf: () => null });
    expect(hits[0]?.coverage).toBeGreaterThan(0);
    expect(hits[0]?.coverage).toBeLessThan(0.7);
    expect(searchIndex(index, parseQuery('harbour'), 10, { textOf: () => null })[0]?.coverage).toBe(1);
  });

  it('keeps to the documents allowed', () => {
    const hits = searchIndex(index, parseQuery('harbour'), 10, {
      textOf: () => null,
      allowed: (id) => id === 'budget',
    });
    expect(hits.map(({ id }) => id)).toEqual(['budget']);
  });
});

describe('search syntax', () => {
  it('finds an exact phrase only where it stands word for word', () => {
    expect(find('"finance minister"')).toEqual(['budget']);
    expect(find('"minister finance"')).toEqual([]);
    expect(find('“port authority”')).toEqual(['harbour']);
    expect(find('"finance ministers"')).toEqual([]);
    expect(find('"between the unions"')).toEqual(['harbour']);
  });

  it('finds a phrase across hyphens and accents, not inside other words', () => {
    expect(find('"economic cooperation"')).toEqual(['scrape']);
    expect(find('"orsolya kertesz"')).toEqual(['budget']);
    expect(find('"conomic cooperation"')).toEqual([]);
  });

  it('leaves out what stands after a minus', () => {
    expect(find('harbour -strike')).toEqual(['budget']);
    expect(find('harbour -"finance minister"')).toEqual(['harbour']);
    expect(find('-harbour harbour')).toEqual([]);
  });

  it('takes a dash between words for a dash', () => {
    expect(parseQuery('Moscow - Baghdad').without).toEqual([]);
    expect(parseQuery('Moscow-Baghdad').without).toEqual([]);
  });

  it('wants one of the words joined by OR', () => {
    expect(find('strike OR vaccine').sort()).toEqual(['harbour', 'vaccine']);
    expect(find('harbour vaccine OR strike').sort()).toEqual(['harbour', 'vaccine']);
  });

  it('reads the fields', () => {
    const { filter, problems, wanted } = parseQuery(
      'gas by:sputnik kind:"state media" from:2015-09 to:2016 person:lavrov',
    );
    expect(filter).toEqual({ by: 'sputnik', kind: 'state media', from: '2015-09', to: '2016', people: ['lavrov'] });
    expect(problems).toEqual([]);
    expect(wanted).toHaveLength(1);
  });

  it.each(['"open quote', 'from:yesterday', 'kind:rumour', 'OR gas', 'gas OR', 'by:', '-by:sputnik'])(
    'searches %s as words and says so',
    (typed) => {
      expect(parseQuery(typed).problems.length).toBeGreaterThan(0);
    },
  );

  it('still searches the words of what was malformed', () => {
    expect(find('"harbour')).toEqual(['harbour', 'budget']);
    expect(find('from:harbour')).toContain('harbour');
  });
});

describe('correction', () => {
  it('corrects a word that no article has, and says so', () => {
    for (const typed of ['vacine', 'vaccien', 'vaxcine', 'vvaccine', 'avccine']) {
      expect(correctQuery(index, parseQuery(typed)).corrected, typed).toEqual([{ typed, searched: 'vaccine' }]);
      expect(find(typed)[0], typed).toBe('vaccine');
    }
  });

  it('parts two words that were run together', () => {
    expect(correctQuery(index, parseQuery('portauthority')).corrected[0]?.searched).toBe('port authority');
  });

  it('leaves alone what the archive knows, numbers, and quoted words', () => {
    for (const typed of ['harbour', 'budget voted', '2015', '"vacine"', 'Замили']) {
      expect(correctQuery(index, parseQuery(typed)).corrected, typed).toEqual([]);
    }
  });
});

describe('autocompletion', () => {
  it('gives the words that begin so, each once, the most frequent first', () => {
    expect(completeWords(index, 'har', 5)).toEqual(['harbour']);
    expect(completeWords(index, 'co', 2)).toHaveLength(2);
    expect(completeWords(index, 'zzz', 5)).toEqual([]);
  });
});

describe('the index', () => {
  it('answers alike after it was stored and loaded', () => {
    const loaded = loadIndex(serialiseIndex(index));
    for (const typed of ['harbour', 'Zamili', 'co-operation', 'vacine', '"finance minister"', 'port -strike']) {
      expect(find(typed, loaded), typed).toEqual(find(typed));
    }
  });

  it('refuses a stored index that is not whole', () => {
    expect(() => loadIndex([])).toThrow(/reindex/);
  });

  it('finds what was added, what replaced it, and no longer what was removed', () => {
    const changing = buildIndex(ARTICLES);
    addDocument(changing, { id: 'new', headline: 'Ferry launched', body: 'A ferry left the harbour.' });
    expect(find('ferry', changing)).toEqual(['new']);
    addDocument(changing, { id: 'new', headline: 'Train launched', body: 'A train left the station.' });
    expect(find('"ferry"', changing)).toEqual([]);
    expect(find('train', changing)).toEqual(['new']);
    removeDocument(changing, 'new');
    expect(find('"train"', changing)).toEqual([]);
    expect(find('harbour', changing)).toEqual(find('harbour'));
  });
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'harbour',
          '"',
          '-',
          'OR',
          'by:',
          'from:2015',
          'kind:"',
          'co-operation',
          '“',
          '(',
          '*',
          'who',
          ' ',
        ),
        {
          maxLength: 12,
        },
      )
      .map((pieces) => pieces.join(' ')),
  );

  it('is answered', () => {
    fc.assert(fc.property(typed, (text) => void find(text)));
  });

  it('every hit of a phrase contains the phrase, and every stretch of an article is found as one', () => {
    const stretch = fc
      .tuple(fc.constantFrom(...ARTICLES), fc.nat(20), fc.integer({ min: 2, max: 4 }))
      .map(([{ id, body }, from, count]) => {
        const words = (body.match(/[\p{L}]+/gu) ?? []).filter((word) => word.length > 1);
        const start = from % Math.max(1, words.length - count);
        return { id, first: body.indexOf(words[start] ?? ''), phrase: words.slice(start, start + count).join(' ') };
      });
    fc.assert(
      fc.property(stretch, ({ phrase }) => {
        const letters = phrase.toLowerCase().replace(/[^\p{L}]/gu, '');
        for (const id of find(`"${phrase}"`)) {
          expect(
            texts
              .get(id)
              ?.body.normalize('NFC')
              .toLowerCase()
              .replace(/[^\p{L}]/gu, ''),
          ).toContain(letters);
        }
      }),
    );
  });

  it('no result has a word that was taken out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('harbour', 'cooperation', 'vaccine', 'committee'),
        fc.constantFrom('budget', 'who', 'said', 'Zamili', 'harbour'),
        (word, out) => {
          for (const id of find(`${word} -${out}`)) {
            expect(` ${texts.get(id)?.headline} ${texts.get(id)?.body} `).not.toMatch(new RegExp(`\\b${out}\\b`));
          }
        },
      ),
    );
  });

  it('says so where it is too long to be read whole', () => {
    expect(parseQuery('harbour '.repeat(1000)).problems).toEqual([]);
    const { problems, wanted } = parseQuery('harbour '.repeat(2000));
    expect(problems).toEqual([{ is: 'more than is read', characters: 10_000 }]);
    expect(wanted).toHaveLength(1250);
  });

  it('takes time in proportion to its length, up to where it is read no further', () => {
    const piece = `"harbour -co-operation OR ${'a-'.repeat(20)} by:x “`;
    const time = (pieces: number): number => {
      const long = piece.repeat(pieces);
      expect(long.length).toBeLessThan(10_000);
      const runs = Array.from({ length: 3 }, () => {
        const before = process.cpuUsage();
        for (let again = 0; again < 64 / pieces; again++) find(long);
        return process.cpuUsage(before).user;
      });
      return Math.min(...runs);
    };
    time(4);
    // As much text in all, in texts sixteen times as long: by the square it would take sixteen times as long.
    expect(time(64)).toBeLessThan(8 * time(4));
  });
});
