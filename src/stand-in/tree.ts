/** Looking into JSON that has not been checked. */

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // fields stay unknown
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** A component and the way to it. */
export interface Placed {
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
