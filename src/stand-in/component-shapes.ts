import { ComponentType as Type } from 'discord-api-types/v10';
import { z } from 'zod';

/**
 * The components Discord takes, with the limits of each field; sums over a whole message are in limits.ts. An unknown
 * key is refused here, though Discord passes over it: it is a mistake of ours.
 */

const id = { id: z.int().min(0).max(2_147_483_647).nullish() };
const customId = z.string().min(1).max(100);
export const snowflakeShape = z.string().regex(/^\d{1,20}$/u, 'Value is not snowflake.');
const emoji = z.strictObject({
  id: snowflakeShape.nullish(),
  name: z.string().max(32).nullish(),
  animated: z.boolean().nullish(),
});
const media = z.strictObject({
  url: z
    .string()
    .max(2048)
    .regex(/^(?:https?|attachment):\/\/./u, 'Scheme must be one of (http, https, attachment).'),
});

const button = z
  .strictObject({
    type: z.literal(Type.Button),
    ...id,
    style: z.int().min(1).max(6),
    label: z.string().max(80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: z
      .string()
      .max(512)
      .regex(/^(?:https?|discord):\/\/./u, 'Scheme must be one of (discord, http, https).')
      .nullish(),
    sku_id: snowflakeShape.nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((one, context) => {
    const fail = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const [link, premium] = [5, 6];
    if (one.style === link) {
      if (one.url == null) fail('url', 'A url is required.');
      if (one.custom_id != null) fail('custom_id', 'A custom id and url cannot both be specified.');
    } else if (one.style === premium) {
      if (one.sku_id == null) fail('sku_id', 'A sku id is required.');
    } else {
      if (one.custom_id == null) fail('custom_id', 'A custom id is required.');
      if (one.url != null) fail('url', 'A url belongs to link buttons only.');
    }
    if (one.style !== premium && !one.label && one.emoji == null) fail('label', 'A label or an emoji is required.');
  });

const chosen = {
  ...id,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  required: z.boolean().nullish(),
  disabled: z.boolean().nullish(),
};
const defaults = z
  .array(z.strictObject({ id: snowflakeShape, type: z.enum(['user', 'role', 'channel']) }))
  .max(25)
  .nullish();
const option = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
});
const stringSelect = z
  .strictObject({ type: z.literal(Type.StringSelect), ...chosen, options: z.array(option).min(1).max(25) })
  .superRefine((one, context) => {
    const values = new Set<string>();
    for (const [index, { value }] of one.options.entries()) {
      if (values.has(value)) {
        context.addIssue({
          code: 'custom',
          path: ['options', index, 'value'],
          message: 'The specified option value is already used',
        });
      }
      values.add(value);
    }
    if ((one.min_values ?? 1) > one.options.length || (one.max_values ?? 1) > one.options.length) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'Fewer options than must or may be chosen.' });
    }
  });
const selects = [
  stringSelect,
  z.strictObject({ type: z.literal(Type.UserSelect), ...chosen, default_values: defaults }),
  z.strictObject({ type: z.literal(Type.RoleSelect), ...chosen, default_values: defaults }),
  z.strictObject({ type: z.literal(Type.MentionableSelect), ...chosen, default_values: defaults }),
  z.strictObject({
    type: z.literal(Type.ChannelSelect),
    ...chosen,
    default_values: defaults,
    channel_types: z.array(z.int()).nullish(),
  }),
] as const;

const row = z
  .strictObject({
    type: z.literal(Type.ActionRow),
    ...id,
    components: z
      .array(z.discriminatedUnion('type', [button, ...selects]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    if (components.length > 1 && components.some((one) => one.type !== Type.Button)) {
      context.addIssue({ code: 'custom', path: ['components'], message: 'A select needs a row of its own.' });
    }
  });

const text = z.strictObject({ type: z.literal(Type.TextDisplay), ...id, content: z.string().min(1).max(4000) });
const described = { description: z.string().max(1024).nullish(), spoiler: z.boolean().nullish() };
const thumbnail = z.strictObject({ type: z.literal(Type.Thumbnail), ...id, media, ...described });
const section = z.strictObject({
  type: z.literal(Type.Section),
  ...id,
  components: z.array(text).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.strictObject({
  type: z.literal(Type.MediaGallery),
  ...id,
  items: z
    .array(z.strictObject({ media, ...described }))
    .min(1)
    .max(10),
});
const file = z.strictObject({
  type: z.literal(Type.File),
  ...id,
  file: z.strictObject({ url: z.string().regex(/^attachment:\/\/./u, 'Only attachment:// references are supported.') }),
  spoiler: z.boolean().nullish(),
});
const separator = z.strictObject({
  type: z.literal(Type.Separator),
  ...id,
  divider: z.boolean().nullish(),
  spacing: z.union([z.literal(1), z.literal(2)]).nullish(),
});
const inContainer = [row, text, section, gallery, file, separator] as const;
const container = z.strictObject({
  type: z.literal(Type.Container),
  ...id,
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1).max(40),
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
});

/** What stands at the top of a message; without the V2 flag only rows may. */
export const messageComponent = z.discriminatedUnion('type', [...inContainer, container]);

const textInput = z.strictObject({
  type: z.literal(Type.TextInput),
  ...id,
  custom_id: customId,
  style: z.union([z.literal(1), z.literal(2)]),
  label: z.string().min(1).max(45).nullish(),
  min_length: z.int().min(0).max(4000).nullish(),
  max_length: z.int().min(1).max(4000).nullish(),
  required: z.boolean().nullish(),
  value: z.string().max(4000).nullish(),
  placeholder: z.string().max(100).nullish(),
});
const upload = z.strictObject({
  type: z.literal(Type.FileUpload),
  ...id,
  custom_id: customId,
  min_values: z.int().min(0).max(10).nullish(),
  max_values: z.int().min(1).max(10).nullish(),
  required: z.boolean().nullish(),
});
const label = z.strictObject({
  type: z.literal(Type.Label),
  ...id,
  label: z.string().min(1).max(45),
  description: z.string().max(100).nullish(),
  component: z.discriminatedUnion('type', [textInput, upload, ...selects]),
});
const inputRow = z.strictObject({ type: z.literal(Type.ActionRow), ...id, components: z.array(textInput).length(1) });

export const modalShape = z.strictObject({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.discriminatedUnion('type', [label, inputRow, text]))
    .min(1)
    .max(5),
});
