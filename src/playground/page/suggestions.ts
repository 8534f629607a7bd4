import { el, freshId } from './dom.ts';

export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  pick(): void;
}

/** A list above an input, moved through with the arrow keys (the ARIA combobox pattern). */
export interface Suggestions {
  readonly element: HTMLElement;
  show(title: string, items: readonly Suggestion[]): void;
  hide(): void;
  /** Takes the keys that are the list's; true where it took one. */
  key(event: KeyboardEvent): boolean;
}

export function makeSuggestions(input: HTMLElement, label: string): Suggestions {
  const id = freshId('list');
  const list = el('ul', { role: 'listbox', id, 'aria-label': label });
  const title = el('div', { class: 'title', 'aria-hidden': 'true' });
  const box = el('div', { class: 'suggestions', hidden: true }, title, list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
  })) {
    input.setAttribute(name, value);
  }
  let items: readonly Suggestion[] = [];
  let active = -1;

  const mark = (index: number) => {
    active = index;
    for (const [at, one] of [...list.children].entries()) one.setAttribute('aria-selected', String(at === index));
    const marked = list.children[index];
    if (marked === undefined) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', marked.id);
    marked.scrollIntoView({ block: 'nearest' });
  };
  const hide = () => {
    items = [];
    box.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const pick = (index: number) => {
    const picked = items[index];
    hide();
    picked?.pick();
  };
  return {
    element: box,
    hide,
    show(heading, shown) {
      if (shown.length === 0) return hide();
      items = shown;
      title.textContent = heading;
      list.replaceChildren(
        ...shown.map((one, index) => {
          const item = el(
            'li',
            { role: 'option', id: freshId('item') },
            el('b', {}, one.label),
            ' ',
            el('span', {}, one.detail),
          );
          // Before the input loses the focus.
          item.addEventListener('mousedown', (event) => {
            event.preventDefault();
            pick(index);
          });
          return item;
        }),
      );
      box.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      mark(0);
    },
    key(event) {
      if (items.length === 0) return false;
      const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
      const move = moves[event.key];
      if (move !== undefined) mark((active + move + items.length) % items.length);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(active);
      else if (event.key === 'Escape') hide();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
