import { expect, test } from 'vitest';
import type { ReadingDocument } from '../../../src/reading/document.ts';
import { loadModels } from '../../../src/reading/models.ts';
import { nameReading } from '../../../src/reading/read.ts';

const models = loadModels('data');
const reading = (text: string): ReadingDocument => nameReading({ text, published: null, headline: null }, models);

/** "Lavrov → Sergei Lavrov" for each mention of a person. */
function who(text: string): string[] {
  const { mentions, entities } = reading(text);
  return mentions
    .filter(({ type }) => type === 'person')
    .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entities[entity]?.name}`);
}

/** "Sergei Lavrov: Foreign Minister (Russia)" for each mention of a person. */
function posts(text: string): string[] {
  return reading(text)
    .mentions.filter(({ type }) => type === 'person')
    .map(({ start, end, role }) => `${text.slice(start, end)}: ${role?.text ?? '–'} (${role?.country ?? '–'})`);
}

test('a surname means the person named in full', () => {
  const text =
    'Foreign Minister Sergei Lavrov flew to Cairo. Lavrov said on Monday that talks would go on, Mr. Lavrov’s aide told Reuters.';
  expect(who(text)).toEqual(['Sergei Lavrov → Sergei Lavrov', 'Lavrov → Sergei Lavrov', 'Lavrov → Sergei Lavrov']);
});

test('the Arabic article, a middle name and another spelling make no second person', () => {
  const text =
    'President Bashar al-Assad spoke on Sunday. Bashar Assad said he would stay. “Assad must go,” said Saad al-Hariri. Mr. Hariri said Bashar Hafez al-Assad had failed.';
  const names = new Set(who(text).map((line) => line.split(' → ')[1]));
  expect(names).toEqual(new Set(['Bashar Hafez al-Assad', 'Saad al-Hariri']));
});

test('two people who share a surname stay two, and the surname alone means the one named last', () => {
  const text =
    'President George W. Bush spoke in Texas. Bush said he was glad. Later his wife Laura Bush spoke in Ohio. Mrs. Bush said she agreed.';
  expect(who(text)).toEqual([
    'George W. Bush → George W. Bush',
    'Bush → George W. Bush',
    'Laura Bush → Laura Bush',
    'Bush → Laura Bush',
  ]);
});

test('names that only look alike are not put together', () => {
  const text =
    'Ambassador Abdul-Rahman Hamid al-Husseini met reporters in Amman. Iraqi Foreign Minister Fuad Hussein was in Moscow. Husseini said that Hussein would travel on.';
  expect(who(text).slice(2)).toEqual(['Husseini → Abdul-Rahman Hamid al-Husseini', 'Hussein → Fuad Hussein']);
});

test('an acronym in brackets is the body named before it', () => {
  const { mentions, entities } = reading(
    'Fighters of the Popular Mobilization Units (PMU) entered the town. The PMU said it would stay.',
  );
  const bodies = mentions.filter(({ type }) => type === 'organisation').map(({ entity }) => entities[entity]?.name);
  expect(bodies).toEqual(['Popular Mobilization Units', 'Popular Mobilization Units', 'Popular Mobilization Units']);
});

test('an acronym elsewhere is the one body with those initials', () => {
  const { mentions, entities } = reading(
    'The International Monetary Fund lent the money in May. On Monday officials said the IMF would wait.',
  );
  const bodies = mentions.filter(({ type }) => type === 'organisation').map(({ entity }) => entities[entity]?.name);
  expect(bodies).toEqual(['International Monetary Fund', 'International Monetary Fund']);
});

test('a woman is not the man of her name', () => {
  const text =
    'Mr. Richard Olsen and Mrs. Anna Olsen came to Oslo. Mrs. Olsen said on Friday she was glad. Mr. Olsen said nothing.';
  expect(who(text).slice(2)).toEqual(['Olsen → Anna Olsen', 'Olsen → Richard Olsen']);
  expect(who('Laura Bush came to Austin on Monday. Mr. Bush said in Washington that he was glad.')).toEqual([
    'Laura Bush → Laura Bush',
    'Bush → Bush',
  ]);
});

test('a king is not the prime minister of his name', () => {
  const text = 'King Hassan opened the session. Prime Minister Hassan spoke after him. King Hassan left at noon.';
  const { mentions } = reading(text);
  const [first, second, third] = mentions.filter(({ type }) => type === 'person').map(({ entity }) => entity);
  expect(third).toBe(first);
  expect(second).not.toBe(first);
});

test('a surname that goes with “he” throughout is not the one woman named in full', () => {
  const text =
    'Rojas said he would stay. On Monday Rojas spoke of his plans. Rojas said he was glad. Elena Rojas was in Lima.';
  expect(new Set(who(text).map((line) => line.split(' → ')[1]))).toEqual(new Set(['Rojas', 'Elena Rojas']));
});

test('a couple that shares one surname is two people', () => {
  expect(who('Fred and Elena Rojas spoke in Lima on Friday.')).toHaveLength(2);
});

test('a courtesy makes a name of a word that is none elsewhere', () => {
  expect(who('Mrs. March, who was in Lima on Friday, said she was glad.')).toEqual(['March → March']);
});

test('a son named Jr. is not his father', () => {
  const text = 'Walter P. Ames spoke in Ohio. His son Walter Ames Jr. was there. Ames said he was proud.';
  expect(new Set(who(text).map((line) => line.split(' → ')[1]))).toEqual(
    new Set(['Walter P. Ames', 'Walter Ames Jr.']),
  );
  expect(who(text).at(-1)).toBe('Ames → Walter P. Ames');
});

test('a pair of names with a hyphen is no person', () => {
  const text = 'Ana Rojas met Omar Haddad in Lima. The Rojas-Haddad talks went on until noon, Rojas said.';
  expect(who(text)).toEqual(['Ana Rojas → Ana Rojas', 'Omar Haddad → Omar Haddad', 'Rojas → Ana Rojas']);
});

test('a word that only opens the sentence is no part of a name', () => {
  const text = 'Ana Rojas spoke in Lima. Maybe Rojas was tired, maybe not.';
  expect(who(text)).toEqual(['Ana Rojas → Ana Rojas', 'Rojas → Ana Rojas']);
});

test('a surname alone after two who bear it were named in one breath is neither for sure', () => {
  const text = 'Hillary Clinton and Bill Clinton came to Austin. Clinton spoke first. Mrs. Clinton left at once.';
  expect(who(text)).toEqual([
    'Hillary Clinton → Hillary Clinton',
    'Bill Clinton → Bill Clinton',
    'Clinton → Clinton',
    'Clinton → Hillary Clinton',
  ]);
});

test('a family is no one person of its name', () => {
  const text = 'Uday Hussein was 39. The Hussein brothers were killed on Tuesday. Hussein had been a businessman.';
  expect(who(text)).toEqual(['Uday Hussein → Uday Hussein', 'Hussein → Hussein', 'Hussein → Uday Hussein']);
});

test.each([
  ['Muammar Gaddafi', 'Moammar Gadhafi'],
  ['Hassan Rouhani', 'Hassan Rohani'],
  ['Mahmoud Ahmadinejad', 'Mahmoud Ahmadi-Nejad'],
  ['Sergei Lavrov', 'Sergey Lavrov'],
  ['Kim Jong-un', 'Kim Jong Un'],
  ['Ali al-Sistani', 'Ali Al-Sistani'],
  ['Ali el-Masri', 'Ali al-Masri'],
  ['Nuri al-Maliki', 'Nouri Maliki'],
  ['Karim O’Neill', "Karim O'Neill"],
  ['Hashim Thaçi', 'Hashim Thaci'],
  ['Joseph Biden', 'Joe Biden'],
  ['Juan Rojas', 'Juan Carlos Rojas'],
  ['Tarek El Amin', 'El Amin'],
  ['Ursula von der Weyden', 'von der Weyden'],
])('%s and %s are one', (one, other) => {
  const names = who(`President ${one} spoke on Sunday. “We agree,” ${other} said on Monday.`);
  expect(names).toHaveLength(2);
  expect(new Set(names.map((line) => line.split(' → ')[1])).size).toBe(1);
});

test.each([
  ['George W. Bush', 'George H. W. Bush'],
  ['Ali Hassan', 'Ali Hussein'],
  ['Ana Rojas', 'Luis Rojas'],
  ['Hassan Nasrallah', 'Hussein Nasrallah'],
  ['Abdullah Gul', 'Abdullah Abdullah'],
  ['Uday Hussein', 'Qusay Hussein'],
])('%s and %s are two', (one, other) => {
  const names = who(`President ${one} spoke on Sunday. “We agree,” Minister ${other} said on Monday.`);
  expect(new Set(names.map((line) => line.split(' → ')[1])).size).toBe(2);
});

test.each([
  ['Russian Foreign Minister Sergei Lavrov said so.', 'Sergei Lavrov: Russian Foreign Minister (Russia)'],
  ['Sergei Lavrov, the Russian foreign minister, said so.', 'Sergei Lavrov: Russian foreign minister (Russia)'],
  [
    'He was received by Iran’s special envoy for Africa and the Gulf, Hassan Rezaei, on Monday.',
    'Hassan Rezaei: Iran’s special envoy for Africa and the Gulf (Iran)',
  ],
  ['Hassan Rezaei, Iran’s special envoy for Africa, said so.', 'Hassan Rezaei: Iran’s special envoy for Africa (Iran)'],
  [
    "The Iraqi parliamentary delegation's head Karim Jassim said so.",
    "Karim Jassim: Iraqi parliamentary delegation's head (Iraq)",
  ],
  ['U.S. Secretary of State John Kerry said so.', 'John Kerry: U.S. Secretary of State (United States)'],
  ['US President Barack Obama said so.', 'Barack Obama: US President (United States)'],
  ['They had persuaded Libyan leader Karim Jassim to go.', 'Karim Jassim: Libyan leader (Libya)'],
  ['Bank of Japan Governor Haruhiko Kuroda said so.', 'Haruhiko Kuroda: Bank of Japan Governor (Japan)'],
  ['Peter Olsen, co-author of the “Atlas”, said so.', 'Peter Olsen: co-author (–)'],
  [
    'Brazil’s special presidential representative for the Middle East, Miguel Ferreira, arrived.',
    'Miguel Ferreira: Brazil’s special presidential representative for the Middle East (Brazil)',
  ],
  [
    'The head of the Syrian delegation, Bashir Darwish, said so.',
    'Bashir Darwish: head of the Syrian delegation (Syria)',
  ],
  ['UN Special Envoy for Syria Peter Olsen said so.', 'Peter Olsen: UN Special Envoy for Syria (–)'],
  ['Chad’s ambassador to France, Ali Moussa, left.', 'Ali Moussa: Chad’s ambassador to France (Chad)'],
  [
    '“It is over,” said Ali Hassan, a spokesman for the Iraqi prime minister.',
    'Ali Hassan: spokesman for the Iraqi prime minister (Iraq)',
  ],
  ['Vice President Maria Silva of Peru said so.', 'Maria Silva: Vice President (Peru)'],
  [
    'Deputy Prime Minister and Foreign Minister Ahmed Yusuf said so.',
    'Ahmed Yusuf: Deputy Prime Minister and Foreign Minister (–)',
  ],
  ['The emir of Kuwait, Sheikh Nasser Hamad, left.', 'Nasser Hamad: emir of Kuwait (Kuwait)'],
  ['Gen. Karim Rahimi, commander of the navy, said so.', 'Karim Rahimi: commander of the navy (–)'],
  ['Supreme Leader Ayatollah Seyed Reza Karimi said so.', 'Reza Karimi: Supreme Leader Ayatollah (–)'],
  ['Petrov (president of Ukraine) said so.', 'Petrov: president of Ukraine (Ukraine)'],
  ['Paul Wolf, who is Germany’s defence minister, said so.', 'Paul Wolf: Germany’s defence minister (Germany)'],
  ['Former German chancellor Karl Brandt said so.', 'Karl Brandt: Former German chancellor (Germany)'],
  ['After he met Sergei Lavrov, the foreign minister said he was pleased.', 'Sergei Lavrov: – (–)'],
])('in “%s” the post is told with the name', (text, post) => {
  expect(posts(text)).toEqual([post]);
});

test('an adviser to somebody’s campaign is not that somebody', () => {
  expect(posts('Karim Jassim, a senior adviser to the Olsen campaign, said so.')).toEqual([
    'Karim Jassim: senior adviser to the Olsen campaign (–)',
    'Olsen: – (–)',
  ]);
});

test('a counterpart holds the same post for his own country', () => {
  const text = 'Egyptian Foreign Minister Sameh Shoukry met his Russian counterpart, Sergei Lavrov, in Cairo.';
  expect(posts(text)[1]).toBe('Sergei Lavrov: Foreign Minister (Russia)');
});
