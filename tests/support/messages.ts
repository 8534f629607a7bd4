import { ComponentType } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { dateInWords, dayOf } from '../../src/text/edtf.ts';

// Messages as people read them.

type Component = NonNullable<APIMessage['components']>[number];

/** All components of a message, nested ones too. */
export function componentsOf(message: APIMessage): Component[] {
  const inside = (component: Component): Component[] => [
    component,
    ...('components' in component ? (component.components as Component[]).flatMap(inside) : []),
  ];
  return (message.components ?? []).flatMap(inside);
}

/** What a message says: its texts, one after the other; timestamps as an English reader sees them. */
export const wordsOf = (message: APIMessage): string =>
  componentsOf(message)
    .flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []))
    .join('\n')
    .replace(/<t:(\d+):D>/g, (_, seconds: string) => dateInWords(dayOf(new Date(Number(seconds) * 1000))));

/** The custom ids of a message's buttons that can be pressed. */
export const buttonsOf = (message: APIMessage): string[] =>
  componentsOf(message).flatMap((one) => {
    const { type, custom_id: id, disabled } = one as { type: number; custom_id?: string; disabled?: boolean };
    return type === ComponentType.Button && id !== undefined && disabled !== true ? [id] : [];
  });
