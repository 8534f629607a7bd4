import { ApplicationCommandType, ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { z } from 'zod';
import { messageComponent, snowflakeShape } from './component-shapes.ts';

/** The bodies Discord takes, with the limits of each field; sums over a whole body are in limits.ts. */

const httpUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/./u, 'Scheme must be one of (http, https).');
const imageUrl = z
  .string()
  .max(2048)
  .regex(/^(?:https?|attachment):\/\/./u, 'Scheme must be one of (http, https, attachment).');
const image = z.strictObject({ url: imageUrl, height: z.int().nullish(), width: z.int().nullish() });
const embed = z.strictObject({
  type: z.literal('rich').nullish(),
  title: z.string().max(256).nullish(),
  description: z.string().max(4096).nullish(),
  url: httpUrl.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.strictObject({ text: z.string().max(2048), icon_url: imageUrl.nullish() }).nullish(),
  image: image.nullish(),
  thumbnail: image.nullish(),
  author: z.strictObject({ name: z.string().max(256), url: httpUrl.nullish(), icon_url: imageUrl.nullish() }).nullish(),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(256),
        value: z.string().min(1).max(1024),
        inline: z.boolean().nullish(),
      }),
    )
    .max(25)
    .nullish(),
});

const attachment = z.strictObject({
  id: z.union([snowflakeShape, z.int().min(0)]),
  filename: z.string().min(1).max(1024).nullish(),
  description: z.string().max(1024).nullish(),
  title: z.string().max(1024).nullish(),
  is_spoiler: z.boolean().nullish(),
  duration_secs: z.number().nullish(),
  waveform: z.string().max(400).nullish(),
});

const said = {
  content: z.string().max(2000).nullish(),
  embeds: z.array(embed).max(10).nullish(),
  components: z.array(messageComponent).max(40).nullish(),
  attachments: z.array(attachment).max(10).nullish(),
  allowed_mentions: z
    .strictObject({
      parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
      users: z.array(snowflakeShape).max(100).nullish(),
      roles: z.array(snowflakeShape).max(100).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .superRefine((one, context) => {
      for (const kind of ['users', 'roles'] as const) {
        if (one.parse?.includes(kind) && (one[kind]?.length ?? 0) > 0) {
          context.addIssue({
            code: 'custom',
            path: ['parse'],
            message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          });
        }
      }
    })
    .nullish(),
  flags: z.int().min(0).nullish(),
  // discord.js sends these two with every message, edits too.
  tts: z.boolean().nullish(),
  enforce_nonce: z.boolean().nullish(),
};

/** A message of an interaction or its follow-up. */
export const responseShape = z.strictObject(said);
/** A message in a channel. */
export const messageShape = z.strictObject({
  ...said,
  nonce: z.union([z.string().max(25), z.int()]).nullish(),
  sticker_ids: z.array(snowflakeShape).max(3).nullish(),
  message_reference: z
    .strictObject({
      type: z.int().nullish(),
      message_id: snowflakeShape,
      channel_id: snowflakeShape.nullish(),
      guild_id: snowflakeShape.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
});
export const editShape = z.strictObject(said);

const localized = (max: number) =>
  z.record(z.string().regex(/^[a-z]{2}(?:-[A-Z0-9]{2,3})?$/u), z.string().min(1).max(max)).nullish();
/** Lower case where the script has one: Discord's own expression, from its documentation of command names. */
const slashName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, 'Command name is invalid')
  .refine((name) => name === name.toLowerCase(), 'Command name must be lower case');
const named = {
  name: slashName,
  name_localizations: localized(32),
  description: z.string().min(1).max(100),
  description_localizations: localized(100),
};
const choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: localized(100),
  value: z.union([z.string().min(1).max(100), z.number()]),
});
const option = z
  .strictObject({
    type: z.int().min(Kind.String).max(Kind.Attachment),
    ...named,
    required: z.boolean().nullish(),
    choices: z.array(choice).max(25).nullish(),
    autocomplete: z.boolean().nullish(),
    channel_types: z.array(z.int()).nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    min_length: z.int().min(0).max(6000).nullish(),
    max_length: z.int().min(1).max(6000).nullish(),
  })
  .superRefine((one, context) => {
    if (one.autocomplete && (one.choices?.length ?? 0) > 0) {
      context.addIssue({
        code: 'custom',
        path: ['autocomplete'],
        message: 'Autocomplete and choices exclude each other.',
      });
    }
  });

const arranged = <Shape extends { name: string; required?: boolean | null | undefined }>(
  options: readonly Shape[] | null | undefined,
  context: { addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string }): void },
) => {
  const names = new Set<string>();
  let optional = false;
  for (const [index, one] of (options ?? []).entries()) {
    const fail = (message: string) => context.addIssue({ code: 'custom', path: ['options', index], message });
    if (names.has(one.name)) fail('Option names must be unique.');
    if (one.required && optional) fail('Required options must be placed before non-required options');
    names.add(one.name);
    optional ||= !one.required;
  }
};
const subcommand = z
  .strictObject({ type: z.literal(Kind.Subcommand), ...named, options: z.array(option).max(25).nullish() })
  .superRefine((one, context) => arranged(one.options, context));
const group = z.strictObject({
  type: z.literal(Kind.SubcommandGroup),
  ...named,
  options: z.array(subcommand).min(1).max(25),
});

const offered = {
  default_member_permissions: z.union([z.string().regex(/^\d+$/u), z.int()]).nullish(),
  dm_permission: z.boolean().nullish(),
  default_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  handler: z.int().nullish(),
  id: snowflakeShape.nullish(),
};
const slash = z
  .strictObject({
    type: z.literal(ApplicationCommandType.ChatInput).nullish(),
    ...named,
    ...offered,
    options: z
      .array(z.union([group, subcommand, option]))
      .max(25)
      .nullish(),
  })
  .superRefine((one, context) => {
    const nested = (one.options ?? []).filter(
      (each) => each.type === Kind.Subcommand || each.type === Kind.SubcommandGroup,
    );
    if (nested.length > 0 && nested.length < (one.options ?? []).length) {
      context.addIssue({
        code: 'custom',
        path: ['options'],
        message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
      });
    }
    arranged(
      nested.length > 0 ? [] : (one.options as { name: string; required?: boolean }[] | null | undefined),
      context,
    ); // only plain options left
  });
const contextMenu = z.strictObject({
  type: z.union([z.literal(ApplicationCommandType.User), z.literal(ApplicationCommandType.Message)]),
  name: z.string().min(1).max(32),
  name_localizations: localized(32),
  description: z.literal('').nullish(),
  description_localizations: z.null().optional(),
  options: z.array(z.never()).max(0).nullish(),
  ...offered,
});

export const commandShape = z.union([contextMenu, slash]);

/** What autocomplete may be answered. */
export const choicesShape = z.strictObject({ choices: z.array(choice).max(25).nullish() });
