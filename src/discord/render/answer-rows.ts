import {
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer, Entry, FollowUp } from '../../answers/answer.ts';
import type { BotWords } from '../words/words.ts';
import { safeAddress } from './escape.ts';
import type { Presentation } from './presentation.ts';
import { button, labelled, menuRow, type Row, row } from './rows.ts';

const MOST_BUTTONS = 5;
const MOST_OPTIONS = 25;

/** The answer's own choices and what else to ask; and as what it can be saved. */
export function stepRows(
  answer: Answer,
  { words, keyOf, ownKey, next, formats }: Presentation,
): { before: Row[]; after: Row[] } {
  const taken = new Set<string>();
  // Discord refuses two buttons or options that mean the same.
  const distinct = (choices: readonly FollowUp[]) =>
    choices.flatMap(({ label, question }) => {
      const key = keyOf(question);
      if (key === null || taken.has(key)) return [];
      taken.add(key);
      return [{ key, label }];
    });
  const choices = choiceRow(distinct(answer.choices), answer.question.command === 'help', words);
  const steps = distinct(next).slice(0, MOST_BUTTONS);
  const savable = ownKey !== null && answer.entries.some(({ citations }) => citations.length > 0);
  const options = formats.map(([value, label]) => ({ value, label }));
  return {
    before: [...choices, ...(steps.length > 0 ? [row(steps.map(asking))] : [])],
    after: savable && options.length > 0 ? [menuRow(`export:${ownKey}`, words.say('Save as …'), options)] : [],
  };
}

const asking = ({ key, label }: Keyed) => button(`ask:${key}`, labelled(label, 80));

interface Keyed {
  readonly key: string;
  readonly label: string;
}

/** Whom else the question may mean, as a menu; examples of questions are buttons. */
function choiceRow(choices: readonly Keyed[], areExamples: boolean, words: BotWords): Row[] {
  if (choices.length === 0) return [];
  if (areExamples && choices.length <= MOST_BUTTONS) return [row(choices.map(asking))];
  return [menuRow('pick', words.say('Which is meant?'), optionsOf(choices))];
}

const optionsOf = (choices: readonly Keyed[]) =>
  choices.slice(0, MOST_OPTIONS).map(({ key, label }) => ({ value: key, label: labelled(label, 100) }));

/** What shows an entry of this page in full: a button where there is one, else a menu. */
export function detailRows(entries: readonly Entry[], { words, keyOf }: Presentation): Row[] {
  const details = new Map<string, Keyed>();
  for (const { inFull } of entries) {
    const key = inFull && keyOf(inFull.question);
    if (key != null) details.set(key, { key, label: inFull?.label ?? '' });
  }
  const [only, ...others] = details.values();
  if (!only) return [];
  if (others.length === 0) return [row([asking({ key: only.key, label: words.say('What each said there') })])];
  return [menuRow('details', words.say('What each said there'), optionsOf([only, ...others]))];
}

export interface PageTurn {
  readonly page: number;
  readonly pages: number;
  /** How many entries begin on later pages. */
  readonly more: number;
}

/** Turning pages, the article itself, showing a private answer to all, and saying that something is wrong. */
export function footRow(
  answer: Answer,
  { page, pages, more }: PageTurn,
  { words, ownKey: key, isPrivate }: Presentation,
): Row[] {
  const next = more > 0 ? words.say('{n} more ▸', { n: more }) : words.say('Continued ▸');
  const [source, ...others] = answer.sources;
  const address = source && others.length === 0 ? safeAddress(source.url) : null;
  const buttons: (APIButtonComponentWithCustomId | APIButtonComponentWithURL)[] = [];
  if (key !== null && pages > 1)
    buttons.push(
      button(`page:${page - 1}:${key}`, words.say('◂ Back'), page === 0),
      button(`page:${page + 1}:${key}`, page === pages - 1 ? words.say('End') : next, page === pages - 1),
    );
  if (address !== null && address.length <= LONGEST_BUTTON_ADDRESS)
    buttons.push({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      url: address,
      label: words.say('Open the article'),
    });
  if (key !== null && isPrivate) buttons.push(button(`show:${page}:${key}`, words.say('Show to everyone')));
  if (key !== null && answer.question.command !== 'help')
    buttons.push(button(`wrong:${page}:${key}`, words.say('Something wrong?')));
  return buttons.length > 0 ? [row(buttons)] : [];
}

const LONGEST_BUTTON_ADDRESS = 512;
