import { MessageFlags, ComponentType as Type } from 'discord-api-types/v10';
import { z } from 'zod';
import { modalShape } from './component-shapes.ts';
import { choicesShape, commandShape, editShape, messageShape, responseShape } from './payload-shapes.ts';

/** What is checked: a message in a channel, one of an interaction, an edit of either, and what is no message. */
export type PayloadKind = 'message' | 'response' | 'edit' | 'modal' | 'choices' | 'command' | 'commands';

/** What is needed beside the payload to judge it. */
export interface Beside {
  /** Names of the files sent with it. */
  readonly files?: readonly string[];
  /** The message edited. */
  readonly before?: { readonly flags: number; readonly content: string; readonly files: readonly string[] };
}

/** One thing that breaks a limit; `path` leads to it from the payload's root. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const shapes: Readonly<Record<PayloadKind, z.ZodType>> = {
  message: messageShape,
  response: responseShape,
  edit: editShape,
  modal: modalShape,
  choices: choicesShape,
  command: commandShape,
  commands: z.array(commandShape),
};

/** What Discord would refuse a payload for, one line each: `components[0].custom_id: Too big …`; empty for a good one. */
export function violations(kind: PayloadKind, payload: unknown, beside: Beside = {}): string[] {
  return problems(kind, payload, beside).map(({ path, message }) => {
    const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return `${place.replace(/^\./u, '') || kind}: ${message}`;
  });
}

/** The same as `violations`, with the way to each: field by field first, then the sums over the whole. */
export function problems(kind: PayloadKind, payload: unknown, beside: Beside = {}): Problem[] {
  const found: Problem[] = [];
  const result = shapes[kind].safeParse(payload);
  for (const issue of result.error?.issues ?? []) found.push(...flatten(issue, []));
  if (kind === 'message' || kind === 'response' || kind === 'edit')
    found.push(...messageProblems(kind, payload, beside));
  if (kind === 'modal') found.push(...duplicateIds(payload));
  if (kind === 'command') found.push(...commandSize(payload, []));
  if (kind === 'commands' && Array.isArray(payload)) found.push(...commandCounts(payload));
  return found;
}

/** A union's issue says only that no branch fits: the branch that came furthest says why. */
function flatten(issue: z.core.$ZodIssue, above: readonly (string | number)[]): Problem[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((issues) => issues.flatMap((one) => flatten(one, path)));
    const depth = (branch: readonly Problem[]) => Math.max(0, ...branch.map((one) => one.path.length));
    return branches.reduce((best, one) =>
      one.length < best.length || (one.length === best.length && depth(one) > depth(best)) ? one : best,
    );
  }
  return [{ path, message: issue.message }];
}

function messageProblems(kind: PayloadKind, payload: unknown, { files = [], before }: Beside): Problem[] {
  const message = record(payload);
  const found: Problem[] = [];
  const fail = (path: readonly (string | number)[], text: string) => found.push({ path, message: text });
  const flags = number(message.flags);
  const wasV2 = ((before?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const v2 = wasV2 || (flags & MessageFlags.IsComponentsV2) !== 0;
  const content = text(message.content);
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
    if (!wasV2 && before !== undefined && before.content !== '' && message.content !== null) fail(['content'], cannot);
    if (all.length > 40) fail(['components'], `The message has ${all.length} components, at most 40 are allowed.`);
    const texts = all
      .filter((one) => one.component.type === Type.TextDisplay)
      .map((one) => text(one.component.content));
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
  for (const { path, component } of all) {
    for (const [step, url] of mediaUrls(component)) {
      if (!url.startsWith('attachment://')) continue;
      const name = url.slice('attachment://'.length);
      if (!here.has(name)) fail([...path, ...step], `The referenced attachment "${name}" was not sent.`);
    }
  }
  if (kind !== 'edit' || before !== undefined) {
    const kept = (field: string, was: boolean) => (message[field] === undefined ? was : false);
    const something =
      content.trim() !== '' ||
      embeds.length > 0 ||
      components.length > 0 ||
      files.length > 0 ||
      list(message.sticker_ids).length > 0 ||
      list(message.attachments).length > 0 ||
      kept('content', (before?.content ?? '') !== '') ||
      kept('components', before !== undefined && (wasV2 || before.content === ''));
    if (!something) fail([], 'Cannot send an empty message');
  }
  return found;
}

function duplicateIds(payload: unknown): Problem[] {
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
    const id = number(component.id);
    if (id > 0 && ids.has(id)) found.push({ path: [...path, 'id'], message: 'Component id cannot be duplicated' });
    ids.add(id);
    return found;
  });
}

function commandCounts(commands: readonly unknown[]): Problem[] {
  const found: Problem[] = commands.flatMap((one, index) => commandSize(one, [index]));
  for (const [type, most] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const) {
    const of = commands.filter((one) => (record(one).type ?? 1) === type);
    if (of.length > most)
      found.push({ path: [], message: `${of.length} commands of type ${type}, at most ${most} are allowed.` });
    const names = new Set<unknown>();
    for (const one of of) {
      const name = record(one).name;
      if (names.has(name))
        found.push({ path: [commands.indexOf(one), 'name'], message: 'Application command names must be unique' });
      names.add(name);
    }
  }
  return found;
}

/** Names, descriptions and choice values of a command together may have 8000 characters; of localisations the longest counts. */
function commandSize(command: unknown, path: readonly (string | number)[]): Problem[] {
  const size = commandLength(command);
  return size > 8000 ? [{ path, message: `The command has ${size} characters, at most 8000 are allowed.` }] : [];
}

function commandLength(command: unknown): number {
  const one = record(command);
  const longest = (field: string) =>
    Math.max(
      text(one[field]).length,
      ...Object.values(record(one[`${field}_localizations`])).map((words) => text(words).length),
    );
  const choices = list(one.choices).reduce<number>(
    (sum, choice) => sum + commandLength(choice) + text(record(choice).value).length,
    0,
  );
  const nested = list(one.options).reduce<number>((sum, option) => sum + commandLength(option), 0);
  return longest('name') + longest('description') + choices + nested;
}

interface Placed {
  readonly path: readonly (string | number)[];
  readonly component: Readonly<Record<string, unknown>>;
}

/** Each component at any depth, accessories too. */
export function everyComponent(components: readonly unknown[], above: readonly (string | number)[]): Placed[] {
  return components.flatMap((raw, index) => {
    const component = record(raw);
    const path = [...above, index];
    const found: Placed[] = [
      { path, component },
      ...everyComponent(list(component.components), [...path, 'components']),
    ];
    for (const field of ['accessory', 'component']) {
      if (component[field] == null) continue;
      found.push({ path: [...path, field], component: record(component[field]) });
    }
    return found;
  });
}

function mediaUrls(component: Readonly<Record<string, unknown>>): [readonly (string | number)[], string][] {
  const items = list(component.items).map((item, index): [readonly (string | number)[], string] => [
    ['items', index, 'media', 'url'],
    text(record(record(item).media).url),
  ]);
  return [
    [['media', 'url'], text(record(component.media).url)],
    [['file', 'url'], text(record(component.file).url)],
    ...items,
  ];
}

function embedLength(embed: unknown): number {
  const one = record(embed);
  const fields = list(one.fields).map((field) => text(record(field).name) + text(record(field).value));
  const parts = [one.title, one.description, record(one.footer).text, record(one.author).name, ...fields];
  return parts.reduce<number>((sum, part) => sum + text(part).length, 0);
}

function emptyEmbed(embed: unknown): boolean {
  const one = record(embed);
  return embedLength(embed) === 0 && one.image == null && one.thumbnail == null;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // fields stay unknown
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
