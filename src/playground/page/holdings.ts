import { el } from './dom.ts';
import type { Holdings } from './protocol.ts';

/** What the archive holds, at the side; above, as a line, where the page is narrow. */
export function showHoldings(list: HTMLElement, { articles, from, to, outlets, people }: Holdings): void {
  const rows: [name: string, value: string][] = [['Articles', articles.toLocaleString('en')]];
  if (from !== null && to !== null) rows.push(['Published', from === to ? from : `${from} – ${to}`]);
  rows.push(['Outlets', outlets.toLocaleString('en')], ['People', people.toLocaleString('en')]);
  list.replaceChildren(...rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
  list.hidden = false;
}
