import { el, link } from './dom.ts';

/** Names for mentions. */
export interface Names {
  person(id: string): string | null;
  channel(id: string): string | null;
}

/** Text as Discord shows it. Made of nodes, so that nothing in it can become markup of the page. */
export function renderMarkdown(text: string, names: Names): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const lines = text.split('\n');
  let index = 0;
  const take = (pattern: RegExp): string[] => {
    const taken: string[] = [];
    for (let match = pattern.exec(lines[index] ?? ''); match !== null && index < lines.length; ) {
      taken.push(match[1] ?? '');
      index += 1;
      match = pattern.exec(lines[index] ?? '');
    }
    return taken;
  };
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const heading = /^(#{1,3}) +(.+)$/u.exec(line);
    if (line.startsWith('```')) {
      const end = lines.findIndex((one, at) => at > index && one.endsWith('```'));
      if (end > index) {
        fragment.append(el('pre', {}, el('code', {}, lines.slice(index + 1, end).join('\n'))));
        index = end + 1;
        continue;
      }
    }
    if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      fragment.append(el(level === 1 ? 'h3' : level === 2 ? 'h4' : 'h5', {}, inline(heading[2] ?? '', names)));
      index += 1;
    } else if (line.startsWith('-# ')) {
      fragment.append(el('small', { class: 'subtext' }, inline(line.slice(3), names)));
      index += 1;
    } else if (line.startsWith('>>> ')) {
      const rest = [line.slice(4), ...lines.slice(index + 1)].join('\n');
      fragment.append(el('blockquote', {}, renderMarkdown(rest, names)));
      index = lines.length;
    } else if (line.startsWith('> ')) {
      fragment.append(el('blockquote', {}, renderMarkdown(take(/^> (.*)$/u).join('\n'), names)));
    } else if (/^[-*] /u.test(line)) {
      fragment.append(el('ul', {}, ...take(/^[-*] (.*)$/u).map((item) => el('li', {}, inline(item, names)))));
    } else if (/^\d+\. /u.test(line)) {
      const start = Number.parseInt(line, 10);
      fragment.append(el('ol', { start }, ...take(/^\d+\. (.*)$/u).map((item) => el('li', {}, inline(item, names)))));
    } else {
      fragment.append(el('p', {}, inline(line, names)));
      index += 1;
    }
  }
  return fragment;
}

type Rule = readonly [RegExp, (match: RegExpExecArray, names: Names) => Node | string];

const marks =
  (tag: 'strong' | 'em' | 'u' | 's'): Rule[1] =>
  (match, names) =>
    el(tag, {}, inline(match[1] ?? '', names));
const rules: readonly Rule[] = [
  [/\\([^\p{L}\p{N}\s])/uy, (match) => match[1] ?? ''],
  [/(`+)(.+?)\1(?!`)/uy, (match) => el('code', {}, (match[2] ?? '').trim())],
  [/\*\*(.+?)\*\*(?!\*)/uy, marks('strong')],
  [/__(.+?)__(?!_)/uy, marks('u')],
  [/~~(.+?)~~/uy, marks('s')],
  [/\*(?=\S)(.+?)(?<=\S)\*(?!\*)/uy, marks('em')],
  [/(?<![\p{L}\p{N}])_(.+?)_(?![\p{L}\p{N}_])/uy, marks('em')],
  [/\|\|(.+?)\|\|/uy, (match, names) => spoiler(inline(match[1] ?? '', names))],
  // An address in pointed brackets may hold anything; without them, parentheses in pairs.
  [
    /\[((?:[^[\]\\]|\\.)+)\]\((?:<(https?:\/\/[^\s<>]+)>|(https?:\/\/(?:\([^\s()]*\)|[^\s<>()])+))(?: "[^"]*")?\)/uy,
    (match, names) => link(match[2] ?? match[3] ?? '', inline(match[1] ?? '', names)),
  ],
  [/<(https?:\/\/[^\s<>]+)>/uy, (match) => link(match[1] ?? '', match[1] ?? '')],
  [/https?:\/\/[^\s<>]*[^\s<>.,:;"')\]]/uy, (match) => link(match[0], match[0])],
  [/<@!?(\d+)>/uy, (match, names) => mention(`@${names.person(match[1] ?? '') ?? 'unknown-user'}`)],
  [/<#(\d+)>/uy, (match, names) => mention(`#${names.channel(match[1] ?? '') ?? 'unknown'}`)],
  [/<@&\d+>/uy, () => mention('@role')],
  [/<\/([^:>]+):\d+>/uy, (match) => mention(`/${match[1]}`)],
  [/@(?:everyone|here)\b/uy, (match) => mention(match[0])],
  [/<t:(-?\d+)(?::([tTdDfFR]))?>/uy, (match) => time(Number(match[1]), match[2] ?? 'f')],
];

function inline(text: string, names: Names): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let plain = '';
  for (let index = 0; index < text.length; ) {
    const hit = rules.map(([pattern, make]) => {
      pattern.lastIndex = index;
      const match = pattern.exec(text);
      return match === null ? null : { length: match[0].length, node: () => make(match, names) };
    });
    const first = hit.find((one) => one !== null);
    if (first === undefined) {
      plain += text[index];
      index += 1;
      continue;
    }
    fragment.append(plain, first.node());
    plain = '';
    index += first.length;
  }
  fragment.append(plain);
  return fragment;
}

function mention(text: string): HTMLElement {
  return el('span', { class: 'mention' }, text);
}

function spoiler(hidden: Node): HTMLElement {
  const button = el('button', { type: 'button', class: 'spoiler', 'aria-label': 'Spoiler: show' }, hidden);
  button.addEventListener('click', () => button.replaceWith(...button.childNodes), { once: true });
  return button;
}

/** A Discord timestamp in one of its styles. */
function time(seconds: number, style: string): HTMLElement {
  const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
  };
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return el('span', {}, 'Invalid date');
  const days = Math.round((date.getTime() - Date.now()) / 86_400_000);
  const shown =
    style === 'R'
      ? new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat('en-GB', styles[style]).format(date);
  return el('time', { datetime: date.toISOString(), class: 'timestamp' }, shown);
}
