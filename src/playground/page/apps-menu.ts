import { el } from './dom.ts';

export interface MenuItem {
  readonly label: string;
  choose(): void;
}

/** Opens a menu at a point or under a button; arrows, Home and End move, Escape closes and goes back to the button. */
export function openMenu(
  label: string,
  entries: readonly MenuItem[],
  anchor: HTMLElement,
  at: { x: number; y: number } | null,
): void {
  const items = entries.map((entry) => {
    const item = el('button', { type: 'button', role: 'menuitem', tabindex: -1 }, entry.label);
    item.addEventListener('click', () => {
      close();
      entry.choose();
    });
    return item;
  });
  const menu = el(
    'div',
    { role: 'menu', class: 'menu', 'aria-label': label },
    el('div', { class: 'title', role: 'presentation' }, label),
    ...items,
  );
  const close = () => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    anchor.focus({ preventScroll: true });
  };
  const outside = (event: Event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  menu.addEventListener('keydown', (event) => {
    const now = items.findIndex((one) => one.matches(':focus'));
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1 + items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) items[next % items.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  });
  document.body.append(menu);
  const under = anchor.getBoundingClientRect();
  const { x, y } = at ?? { x: under.left, y: under.bottom };
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
  document.addEventListener('pointerdown', outside, true);
  items[0]?.focus();
}
