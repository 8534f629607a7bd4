import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SentRequest } from './record.ts';
import { record } from './tree.ts';

/** Checks everything a bot sent against Discord's published OpenAPI description. */

const media = ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'];

/**
 * What in the requests does not fit the description, one line each: `POST /channels/1/messages /content must be …`.
 * `openApi` is the parsed openapi.json of github.com/discord/discord-api-spec. The limits it doesn't state are in limits.ts.
 */
export function checkAgainstOpenApi(requests: readonly SentRequest[], openApi: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addFormat('snowflake', /^(?:0|[1-9]\d*)$/u);
  ajv.addFormat('nonce', true);
  ajv.addSchema({ $id: 'discord', ...record(openApi) });
  const operations = Object.entries(record(record(openApi).paths)).map(([path, item]) => ({
    path,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
    item: record(item),
  }));
  // The fixed path before the one with a parameter: @original before {message_id}.
  operations.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };

  return requests.flatMap(({ method, path, body }) => {
    const line = (wrong: string) => `${method} ${path} ${wrong}`;
    const verb = method.toLowerCase();
    const plain = path.split('/').map(decodeURIComponent).join('/');
    const operation = operations.find(({ pattern, item }) => pattern.test(plain) && item[verb] !== undefined);
    if (operation === undefined) return [line('is not in the description')];
    const content = record(record(record(operation.item[verb]).requestBody).content);
    const type = media.find((one) => content[one] !== undefined);
    if (body === null) return [];
    if (type === undefined) return [line('takes no body')];
    const schema = ['paths', operation.path, verb, 'requestBody', 'content', type, 'schema'];
    const callback = plain.endsWith('/callback') ? callbackSchema(record(body).type) : null;
    const validate = validatorOf(callback ?? schema.map((step) => `/${escapeStep(step)}`).join(''));
    return validate(withIntegers(body)) ? [] : [line(ajv.errorsText(validate.errors, { dataVar: '' }))];
  });
}

/** The callback's body is any of several: which one its type says, so that what is wrong can be named. */
function callbackSchema(type: unknown): string | null {
  const names: Readonly<Record<number, string>> = {
    4: 'CreateMessageInteractionCallbackRequest',
    5: 'CreateMessageInteractionCallbackRequest',
    6: 'UpdateMessageInteractionCallbackRequest',
    7: 'UpdateMessageInteractionCallbackRequest',
    8: 'ApplicationCommandAutocompleteCallbackRequest',
    9: 'ModalInteractionCallbackRequest',
  };
  const name = typeof type === 'number' ? names[type] : undefined;
  return name === undefined ? null : `/components/schemas/${name}`;
}

/** discord.js sends `default_member_permissions` as a string, which Discord takes and its description calls an integer. */
function withIntegers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIntegers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const bits = key === 'default_member_permissions' && typeof one === 'string' && /^\d+$/u.test(one);
      return [key, bits ? Number(one) : withIntegers(one)];
    }),
  );
}

/** A step of a JSON pointer inside a URI fragment. */
function escapeStep(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}
