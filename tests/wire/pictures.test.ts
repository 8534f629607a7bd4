import { type APIMediaGalleryComponent, type APIMessage, ComponentType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { askWords } from '../../src/remote/ask.ts';
import { dayOf } from '../../src/text/edtf.ts';
import { openArchiveOfFive } from '../support/archive-of-five.ts';
import { buttonsOf, componentsOf, wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// Pictures, comparisons and citations over the wire, on the project's own articles.

const here = oneBot();

const ask = async (name: string, options: Record<string, string> = {}): Promise<APIMessage> => {
  const asked = here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, name, options);
  await asked.acknowledged(); // within Discord's three seconds, or the stand-in refuses it
  const answer = await asked.answered();
  expect(here.standIn.wrongs()).toEqual([]);
  return answer;
};

/** The one picture that a message shows, and that is attached to it. */
function pictureOf(message: APIMessage) {
  const galleries = componentsOf(message).filter((one) => one.type === ComponentType.MediaGallery);
  // Told apart by its type just above.
  const [item] = (galleries[0] as unknown as APIMediaGalleryComponent | undefined)?.items ?? [];
  return { shown: galleries.length, alt: item?.description ?? '', attached: message.attachments };
}

test('/network shows who met whom as a picture, says the same in words, and has the evidence beneath', async () => {
  const message = await ask('network', { person: 'Bogdanov' });
  const { shown, alt, attached } = pictureOf(message);
  expect(shown).toBe(1);
  expect(attached).toHaveLength(1);
  expect(attached[0]).toMatchObject({ filename: 'picture.png' });
  expect(attached[0]?.size).toBeGreaterThan(5000);
  expect(alt).toContain('Mikhail Bogdanov');
  expect(alt.length).toBeLessThanOrEqual(1024);
  expect(wordsOf(message)).toMatch(/### 1 · .*2015/);
  expect(wordsOf(message)).toContain('sat down for talks');
});

test('the picture can be saved as SVG, and what it shows as a table', async () => {
  const message = await ask('network', { person: 'Bogdanov' });
  const [menu = ''] = componentsOf(message).flatMap((one) => {
    const { custom_id: id } = one as { custom_id?: string }; // what has none is no menu
    return id?.startsWith('export:') ? [id] : [];
  });
  const saved = async (format: string) => {
    const file = await here.standIn.select(here.standIn.world.member, message, menu, [format]).answered();
    const [attached] = file.attachments;
    expect(attached?.filename).toMatch(/-picture\.(?:svg|csv)$/u);
    return [...here.standIn.world.files.values()].at(-1)?.bytes.toString();
  };
  expect(await saved('picture-svg')).toMatch(/^<svg .*Bogdanov/su);
  const table = await saved('picture-csv');
  expect(table).toContain('from,from_country,to,to_country,held,planned,entries');
  expect(table).toMatch(/Mikhail Bogdanov,Russia,/u);
  expect(here.standIn.wrongs()).toEqual([]);
});

test('/timeline shows what happened when, numbered as beneath', async () => {
  const message = await ask('timeline', { about: 'Iraq', since: '2016' });
  const { shown, alt, attached } = pictureOf(message);
  expect([shown, attached.length]).toEqual([1, 1]);
  expect(alt).toContain('1 September 2018: meeting · ');
  expect(alt).not.toContain('13 November 2015');
  expect(wordsOf(message)).toMatch(/### 1 · /);
});

test('turning the page keeps one picture, not two', async () => {
  const first = await ask('timeline', { about: 'Iraq' });
  const next = buttonsOf(first).find((id) => id.startsWith('page:1:'));
  if (!next) return expect.fail(`no next page in:\n${wordsOf(first)}`);
  const firstWords = wordsOf(first);
  const second = await here.standIn
    .press(here.standIn.world.member, first, next)
    .until((message) => wordsOf(message) !== firstWords);
  expect(wordsOf(second)).toContain('Page 2 of');
  expect(pictureOf(second)).toMatchObject({ shown: 1, attached: [{ filename: 'picture.png' }] });
  expect(here.standIn.wrongs()).toEqual([]);
});

test('where nothing is told there is no picture, and it says so', async () => {
  const message = await ask('network', { person: 'Zebulon Quackenbush' });
  expect(pictureOf(message)).toMatchObject({ shown: 0, attached: [] });
  expect(wordsOf(message)).toContain('Nothing in the archive');
});

test('a plain question by direct message gets its picture, too', async () => {
  const message = await here.standIn.directMessage(here.standIn.world.member, 'network of Bogdanov').reply();
  expect(pictureOf(message)).toMatchObject({ shown: 1, attached: [{ filename: 'picture.png' }] });
  expect(here.standIn.wrongs()).toEqual([]);
});

test('/compare shows what each outlet says of one event, in its own words, side by side', async () => {
  const words = wordsOf(await ask('compare', { about: 'joint centre in Baghdad' }));
  expect(words).toContain('Where they agree, and where not');
  for (const told of [
    'Baghdad Information Center',
    'intelligence-sharing committee',
    'joint operations rooms',
    'information centre',
  ])
    expect(words).toContain(told);
});

test('/cite shows a citation again; an id that is none is explained to its author alone', async () => {
  const keeper = await openArchiveOfFive();
  await keeper.reindex(() => {});
  const { entries } = await askWords('/quote Lavrov', keeper.archive, dayOf(new Date()));
  await keeper.close();
  const [run] = entries[0]?.body.flat() ?? [];
  const words = run && 'words' in run ? run.words.text : expect.fail('nobody is quoted');
  const shown = wordsOf(await ask('cite', { id: entries[0]?.citations[0]?.id ?? '' }));
  expect(shown).toContain(words);
  expect(shown).toContain('Press TV');

  const asked = here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, 'cite', {
    id: 'what she said',
  });
  expect(await asked.acknowledged()).toMatchObject({ kind: 'message', ephemeral: true });
  expect(here.standIn.wrongs()).toEqual([]);
});
