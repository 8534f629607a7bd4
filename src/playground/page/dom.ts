/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Attribute = string | boolean | number | null;

/** Makes an element; text is always text, never markup. A true attribute is set empty, a false or null one left out. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** An element of the page's own skeleton. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} "${id}"`);
  return found;
}

/** A link out, which opens beside the page and sends no referrer. */
export function link(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** A file of a message, from the page's own address instead of the stand-in's. */
export function fileAddress(url: string): string {
  return new URL(url).pathname;
}

let count = 0;
export function freshId(prefix: string): string {
  count += 1;
  return `${prefix}-${count}`;
}
