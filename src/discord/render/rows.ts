import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { BotWords } from '../words/words.ts';
import { clipped, withoutInvisible } from './escape.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export const row = (components: APIComponentInMessageActionRow[]): Row => ({
  type: ComponentType.ActionRow,
  components,
});

export const button = (id: string, label: string, disabled = false): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: id,
  label,
  disabled,
});

/** Labels show no markdown, but must not be empty. */
export const labelled = (label: string, units: number): string => clipped(withoutInvisible(label).trim(), units) || '…';

export const menuRow = (id: string, placeholder: string, options: readonly { value: string; label: string }[]): Row =>
  row([{ type: ComponentType.StringSelect, custom_id: id, placeholder, options: [...options] }]);

/** Back and on, with where one is between them. */
export const turnRow = (id: string, page: number, pages: number, words: BotWords): Row =>
  row([
    button(`${id}:${page - 1}`, words.say('◂ Back'), page === 0),
    button(`${id}:${page}`, words.say('Page {page} of {pages}', { page: page + 1, pages }), true),
    button(`${id}:${page + 1}`, words.say('Continued ▸'), page === pages - 1),
  ]);
