import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIEmbed,
  RESTJSONErrorCodes as Code,
  ComponentType,
  DiscordAPIError,
  MessageFlags,
} from 'discord.js';
import { cutOff } from './escape.ts';
import type { Message } from './render.ts';

/** What a message is made of in whichever form it is sent. */
interface Form {
  readonly flags: number;
  readonly components: readonly (APIContainerComponent | APIActionRowComponent<APIComponentInMessageActionRow>)[];
  readonly embeds?: readonly APIEmbed[];
  readonly content?: string;
}

/** Discord does not take a message of this form: not its flags or components, or nothing would be left to show of it. */
const REFUSED: readonly unknown[] = [Code.InvalidFormBodyOrContentType, Code.CannotSendAnEmptyMessage];

/**
 * Sends a message in the best form that is taken: Components V2, else the same as an embed (also where the bot may not
 * embed links, Discord leaves nothing of one), else as plain text. Any other error is `send`'s.
 */
export async function inBestForm<Sent, M extends Pick<Message, 'components'> & { readonly flags: number }>(
  message: M,
  send: (form: M) => Promise<Sent>,
): Promise<Sent> {
  // The forms have all that a message has besides: its files, and whether it is for one person alone.
  const forms = [() => message, () => asEmbed(message) as unknown as M, () => asText(message) as unknown as M];
  for (const [index, form] of forms.entries()) {
    try {
      return await send(form());
    } catch (error) {
      const isRefused = error instanceof DiscordAPIError && REFUSED.includes(error.code);
      if (!isRefused || index === forms.length - 1) throw error;
    }
  }
  throw new RangeError('there is no form to send');
}

type Parts = Pick<Message, 'components'> & { readonly flags: number };

const PICTURES = ComponentType.MediaGallery;

function asEmbed(message: Parts): Form {
  const [{ accent_color: color, components }] = message.components;
  const image = components.flatMap((one) => (one.type === PICTURES ? one.items : []))[0]?.media.url;
  const embed: APIEmbed = {
    description: textsOf(message).join('\n'),
    ...(color != null && { color }),
    ...(image !== undefined && { image: { url: image } }),
  };
  return { ...message, flags: withoutV2(message.flags), components: rowsOf(message), embeds: [embed] };
}

/** Discord's limit for a message's own text. */
const LONGEST_CONTENT = 2000;

/** Whole lines, as many as fit. The picture is among the files, which a message without V2 shows by itself. */
function asText(message: Parts): Form {
  const lines = textsOf(message).join('\n').split('\n');
  let content = '';
  for (const line of lines) {
    const longer = content === '' ? line : `${content}\n${line}`;
    if (longer.length > LONGEST_CONTENT - 2) {
      content = content === '' ? cutOff(line, LONGEST_CONTENT - 2) : content;
      content += '\n…';
      break;
    }
    content = longer;
  }
  return { ...message, flags: withoutV2(message.flags), components: rowsOf(message), content };
}

const textsOf = ({ components: [{ components }] }: Parts): string[] =>
  components.flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []));

const MOST_ROWS = 5;

const rowsOf = ({ components: [{ components }] }: Parts) =>
  components.flatMap((one) => (one.type === ComponentType.ActionRow ? [one] : [])).slice(0, MOST_ROWS);

const withoutV2 = (flags: number): number => flags & ~MessageFlags.IsComponentsV2;
