import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';

/** What Discord allows a Components V2 message. It refuses a message that goes over any of these, whole. */
export const LIMITS = {
  /** Components, nested ones included. */
  components: 40,
  /** Characters over all texts together (counted here as UTF-16 units, which is never fewer). */
  characters: 4000,
  /** UTF-8 bytes of all texts and `bytesPerText` for each; not documented, answered with HTTP 500 above it. */
  bytes: 10_170,
  bytesPerText: 12,
} as const;

/** What a message, or a part of one, takes of each limit. */
export interface MessageSize {
  readonly components: number;
  readonly characters: number;
  readonly bytes: number;
}

export const NOTHING: MessageSize = { components: 0, characters: 0, bytes: 0 };

/** What a text takes that is shown as a component of its own. */
export const sizeOfText = (text: string): MessageSize => ({
  components: 1,
  characters: text.length,
  bytes: Buffer.byteLength(text) + LIMITS.bytesPerText,
});

export const sum = (...sizes: readonly MessageSize[]): MessageSize => ({
  components: sizes.reduce((total, size) => total + size.components, 0),
  characters: sizes.reduce((total, size) => total + size.characters, 0),
  bytes: sizes.reduce((total, size) => total + size.bytes, 0),
});

export const fits = (size: MessageSize): boolean =>
  size.components <= LIMITS.components && size.characters <= LIMITS.characters && size.bytes <= LIMITS.bytes;

/** What these components take together, each with all that it holds. */
export function sizeOf(components: readonly Measurable[]): MessageSize {
  return sum(
    ...components.map((component) => {
      if (component.type === ComponentType.TextDisplay) return sizeOfText(component.content);
      const inside = 'components' in component ? sizeOf(component.components) : NOTHING;
      return sum({ ...NOTHING, components: 1 }, inside);
    }),
  );
}

type Nested = Extract<APIMessageTopLevelComponent, { components: unknown }>['components'][number];
type Measurable = APIMessageTopLevelComponent | Nested;
