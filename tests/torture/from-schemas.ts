/** A schema of an OpenAPI description, as far as it is looked at here. */
interface Schema {
  readonly $ref?: string;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** From this depth on, only what is required is there, and lists are as short as may be. */
const DEEP = 5;
const DEEPEST = 12;

/**
 * Makes values that fit the named schemas of an OpenAPI description: all that is required, some of what is not, with `text` for
 * every text that is free.
 */
export function makerOfInstances(
  openApi: unknown,
  random: () => number,
  text: () => string,
): (schema: string) => Record<string, unknown> {
  const { schemas } = (openApi as { components: { schemas: Record<string, Schema> } }).components; // OpenAPI's own shape.
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One; // never of none
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const digits = () => String(whole(1, 9)) + Array.from({ length: whole(16, 18) }, () => whole(0, 9)).join('');

  function made(schema: Schema, depth: number): unknown {
    if (schema.$ref !== undefined) return made(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return pick(schema.enum);
    const branches = schema.oneOf ?? schema.anyOf;
    if (branches !== undefined) {
      const shallow =
        depth > DEEP ? branches.find(({ type, const: only }) => type === 'null' || only !== undefined) : undefined;
      return made(shallow ?? pick(branches), depth);
    }
    if (schema.allOf?.[0] !== undefined) return made(schema.allOf[0], depth);
    const types = [schema.type ?? 'null'].flat();
    const type =
      types.includes('null') && (depth > DEEP || random() < 0.3)
        ? 'null'
        : (types.find((one) => one !== 'null') ?? 'null');
    switch (type) {
      case 'object':
        return object(schema, depth);
      case 'array':
        return list(schema, depth);
      case 'string':
        return string(schema);
      case 'integer':
        return whole(
          Math.max(schema.minimum ?? 0, -(2 ** 31)),
          Math.min(schema.maximum ?? pick([1, 64, 2 ** 31 - 1]), 2 ** 31 - 1),
        );
      case 'number':
        return random() * pick([1, 1e6, 1e300]);
      case 'boolean':
        return random() < 0.5;
      default:
        return null;
    }
  }

  function object({ properties = {}, required = [] }: Schema, depth: number): Record<string, unknown> {
    if (depth > DEEPEST) return {};
    const wanted = Object.entries(properties).filter(
      ([name]) => required.includes(name) || (depth <= DEEP && random() < 0.4),
    );
    return Object.fromEntries(wanted.map(([name, one]) => [name, made(one, depth + 1)]));
  }

  function list({ items, minItems = 0, maxItems = 3 }: Schema, depth: number): unknown[] {
    if (items === undefined || depth > DEEPEST) return [];
    const length = depth > DEEP ? minItems : whole(minItems, Math.max(minItems, Math.min(maxItems, 3)));
    return Array.from({ length }, () => made(items, depth + 1));
  }

  function string({ format, maxLength }: Schema): string {
    if (format === 'snowflake') return digits();
    if (format === 'date-time') return new Date(whole(0, 4e12)).toISOString();
    if (format === 'uri')
      return pick(['https://evil.example/x?a=b#c', 'attachment://a', 'http://[::1]/', 'https://xn--e1afmkfd.example/']);
    return text().slice(0, maxLength ?? 4000);
  }

  return (name) => made({ $ref: name }, 0) as Record<string, unknown>; // All that are asked for are objects.
}
