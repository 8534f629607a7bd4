import { MessageFlags, ComponentType as Type } from 'discord-api-types/v10';
import { asNumber, asText, everyComponent, list, record } from './tree.ts';

/** One thing that breaks a limit; `path` leads to it from the payload's root. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a message was before an edit. */
export interface Before {
  readonly flags: number;
  readonly content: string;
  readonly embeds: number;
  readonly components: number;
  readonly files: readonly string[];
}

/** What is needed beside the payload to judge it. */
export interface Beside {
  /** Names of the files sent with it. */
  readonly files?: readonly string[];
  /** The message edited. */
  readonly before?: Before;
}

/** What a message breaks as a whole, beyond the limits of its single fields. */
export function messageProblems(payload: unknown, isEdit: boolean, { files = [], before }: Beside): Problem[] {
  const message = record(payload);
  const found: Problem[] = [];
  const fail = (path: readonly (string | number)[], text: string) => found.push({ path, message: text });
  const flags = asNumber(message.flags);
  const wasV2 = ((before?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const v2 = wasV2 || (flags & MessageFlags.IsComponentsV2) !== 0;
  const content = asText(message.content);
  const embeds = list(message.embeds);
  const components = list(message.components);
  const all = everyComponent(components, ['components']);

  if (wasV2 && message.flags != null && (flags & MessageFlags.IsComponentsV2) === 0) {
    fail(['flags'], 'The IS_COMPONENTS_V2 flag cannot be removed from a message.');
  }
  if (v2) {
    const cannot = 'The MessageFlags.IS_COMPONENTS_V2 flag does not allow this field.';
    if (content !== '') fail(['content'], cannot);
    if (embeds.length > 0) fail(['embeds'], cannot);
    if (list(message.sticker_ids).length > 0) fail(['sticker_ids'], cannot);
    if (!wasV2 && before !== undefined && before.content !== '' && message.content === undefined)
      fail(['content'], cannot);
    if (all.length > 40) fail(['components'], `The message has ${all.length} components, at most 40 are allowed.`);
    const texts = all
      .filter((one) => one.component.type === Type.TextDisplay)
      .map((one) => asText(one.component.content));
    const total = texts.reduce((sum, one) => sum + one.length, 0);
    if (total > 4000) fail(['components'], `The message has ${total} characters of text, at most 4000 are allowed.`);
    // Not documented; reported by others as an HTTP 500, which bites text that is not Latin.
    const bytes = texts.reduce((sum, one) => sum + Buffer.byteLength(one), 0) + 12 * texts.length;
    if (bytes > 10_170)
      fail(['components'], `The text takes ${bytes} bytes with 12 for each TextDisplay, at most 10170 pass.`);
  } else {
    if (components.length > 5) fail(['components'], 'Must be 5 or fewer in length.');
    for (const [index, one] of components.entries()) {
      if (record(one).type !== Type.ActionRow)
        fail(['components', index, 'type'], 'Value of field "type" must be one of (1,).');
    }
  }
  found.push(...duplicateIds(payload));

  const letters = embeds.reduce<number>((sum, one) => sum + embedLength(one), 0);
  if (letters > 6000) fail(['embeds'], `Embed size exceeds maximum size of 6000: ${letters} over all embeds.`);
  for (const [index, one] of embeds.entries()) {
    if (emptyEmbed(one)) fail(['embeds', index, 'description'], 'This field is required');
  }

  const here = new Set([...files, ...(before?.files ?? [])]);
  const shown = new Set<string>();
  for (const { path, component } of all) {
    for (const [step, url] of mediaUrls(component)) {
      if (!url.startsWith('attachment://')) continue;
      const name = url.slice('attachment://'.length);
      shown.add(name);
      if (!here.has(name)) fail([...path, ...step], `The referenced attachment "${name}" was not sent.`);
    }
  }
  for (const name of v2 ? files : []) {
    if (!shown.has(name)) fail(['attachments'], `No component shows the file "${name}": people will not see it.`);
  }
  if (!isEdit || before !== undefined) {
    const kept = (field: string, was: boolean) => (message[field] === undefined ? was : false);
    const something =
      content.trim() !== '' ||
      embeds.length > 0 ||
      components.length > 0 ||
      files.length > 0 ||
      list(message.sticker_ids).length > 0 ||
      list(message.attachments).length > 0 ||
      kept('content', (before?.content ?? '') !== '') ||
      kept('embeds', (before?.embeds ?? 0) > 0) ||
      kept('components', (before?.components ?? 0) > 0) ||
      kept('attachments', (before?.files ?? []).length > 0);
    if (!something) fail([], 'Cannot send an empty message');
  }
  return found;
}

/** Custom ids and ids that stand twice in a message or a modal. */
export function duplicateIds(payload: unknown): Problem[] {
  const customIds = new Set<string>();
  const ids = new Set<number>();
  return everyComponent(list(record(payload).components), ['components']).flatMap(({ path, component }) => {
    const found: Problem[] = [];
    const customId = component.custom_id;
    if (typeof customId === 'string') {
      if (customIds.has(customId))
        found.push({ path: [...path, 'custom_id'], message: 'Component custom id cannot be duplicated' });
      customIds.add(customId);
    }
    const id = asNumber(component.id);
    if (id > 0 && ids.has(id)) found.push({ path: [...path, 'id'], message: 'Component id cannot be duplicated' });
    ids.add(id);
    return found;
  });
}

function mediaUrls(component: Readonly<Record<string, unknown>>): [readonly (string | number)[], string][] {
  const items = list(component.items).map((item, index): [readonly (string | number)[], string] => [
    ['items', index, 'media', 'url'],
    asText(record(record(item).media).url),
  ]);
  return [
    [['media', 'url'], asText(record(component.media).url)],
    [['file', 'url'], asText(record(component.file).url)],
    ...items,
  ];
}

function embedLength(embed: unknown): number {
  const one = record(embed);
  const fields = list(one.fields).map((field) => asText(record(field).name) + asText(record(field).value));
  const parts = [one.title, one.description, record(one.footer).text, record(one.author).name, ...fields];
  return parts.reduce<number>((sum, part) => sum + asText(part).length, 0);
}

function emptyEmbed(embed: unknown): boolean {
  const one = record(embed);
  return embedLength(embed) === 0 && one.image == null && one.thumbnail == null;
}
