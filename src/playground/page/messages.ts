import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { attachments, component, type Uses } from './components.ts';
import { el, link } from './dom.ts';
import { type Names, renderMarkdown } from './markdown.ts';

// Discord's flags.
const isPrivate = 64;
const isAwaited = 128;
const isOfComponents = 32_768;
/** Discord's type of a message that answers the apps menu. */
const ofAppsMenu = 23;
/** Messages of one author within this time stand under one name. */
const together = 7 * 60_000;

/** A list of messages that keeps itself in order and follows the newest one. */
export interface MessageList {
  readonly element: HTMLElement;
  put(messages: readonly APIMessage[], gone: readonly string[]): void;
  clear(): void;
}

export function makeLog(label: string, names: Names, bot: () => string, uses: Uses, menuFor: Menu): MessageList {
  const list = el('div', { role: 'log', 'aria-label': label, class: 'log', tabindex: 0 });
  const shown = new Map<string, { message: APIMessage; element: HTMLElement }>();

  const put = (message: APIMessage) => {
    const element = article(message, names, bot(), uses, menuFor, shown);
    const before = shown.get(message.id);
    shown.set(message.id, { message, element });
    if (before === undefined) {
      list.append(element);
      return element;
    }
    const focused = before.element.contains(document.activeElement) ? document.activeElement : null;
    before.element.replaceWith(element);
    if (focused !== null) {
      keepFocus(focused, element);
      // A page that was turned is read from its start.
      if (topOf(element) < 0) list.scrollTop += topOf(element);
    }
    return element;
  };
  /** Where an element begins, from the upper edge of what is seen of the list. */
  const topOf = (element: HTMLElement) => element.getBoundingClientRect().top - list.getBoundingClientRect().top;
  // Up and down go from message to message; the menu key then opens the apps of the one reached.
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    if (event.target !== list && !(event.target instanceof HTMLElement && event.target.matches('article'))) return;
    const all = [...list.querySelectorAll<HTMLElement>('article')];
    const now = all.findIndex((one) => one.matches(':focus'));
    const step = event.key === 'ArrowDown' ? 1 : -1;
    all.at(now === -1 ? -1 : Math.min(Math.max(now + step, 0), all.length - 1))?.focus();
    event.preventDefault();
  });
  return {
    element: list,
    put(messages, gone) {
      const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
      for (const id of gone) {
        shown.get(id)?.element.remove();
        shown.delete(id);
      }
      const ordered = [...messages].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
      const latest = ordered.map(put).at(-1);
      if (!atEnd || latest === undefined) return;
      list.scrollTop = list.scrollHeight;
      // What is longer than the list is read from its start.
      if (topOf(latest) < 0) list.scrollTop += topOf(latest);
    },
    clear() {
      shown.clear();
      list.replaceChildren();
    },
  };
}

/** Opens the apps menu of a message where it was asked for. */
export type Menu = (message: APIMessage, anchor: HTMLElement, at: { x: number; y: number } | null) => void;

/** A message that changes under somebody's fingers: what they were at, or the nearest to it, stays in focus. */
function keepFocus(was: Element, now: HTMLElement): void {
  const id = was instanceof HTMLElement ? was.dataset.customId : undefined;
  const all = [...now.querySelectorAll<HTMLElement>('.row button:not(:disabled), .row select')];
  const same = all.find((one) => one.dataset.customId === id) ?? all.find((one) => one.textContent === was.textContent);
  (same ?? all[0] ?? now).focus({ preventScroll: true });
}

function article(
  message: APIMessage,
  names: Names,
  bot: string,
  uses: Uses,
  menuFor: Menu,
  shown: ReadonlyMap<string, { message: APIMessage }>,
): HTMLElement {
  const flags = message.flags ?? 0;
  const hidden = (flags & isPrivate) !== 0;
  const name = message.author.global_name ?? message.author.username;
  const when = new Date(message.timestamp);
  const clock = when.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const above = [...shown.values()]
    .map((one) => one.message)
    .filter((one) => BigInt(one.id) < BigInt(message.id))
    .at(-1);
  const origin = reference(message, names);
  const joined =
    origin === null &&
    above !== undefined &&
    above.author.id === message.author.id &&
    when.getTime() - Date.parse(above.timestamp) < together &&
    !hidden;

  const more = el(
    'button',
    { type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-label': `Apps for the message by ${name}` },
    '⋯',
  );
  const body = el('div', { class: 'body' });
  const whole = el(
    'article',
    {
      class: `message${joined ? ' joined' : ''}${hidden ? ' private' : ''}`,
      tabindex: -1,
      'aria-label': `${name}, ${clock}`,
    },
    ...(origin === null ? [] : [origin]),
    ...(joined
      ? []
      : [
          el(
            'div',
            {
              class: `avatar ${message.author.bot ? 'bot' : `hue-${Number(BigInt(message.author.id) % 5n)}`}`,
              'aria-hidden': 'true',
            },
            name.slice(0, 1),
          ),
          el(
            'header',
            {},
            el('b', { class: 'author' }, name),
            ...(message.author.bot ? [el('span', { class: 'badge' }, 'APP')] : []),
            el('time', { datetime: message.timestamp }, clock),
          ),
        ]),
    body,
    more,
  );
  if ((flags & isAwaited) !== 0) {
    body.append(
      el('p', { class: 'awaited' }, el('span', { class: 'dots', 'aria-hidden': 'true' }), `${name} is thinking…`),
    );
  } else {
    if (message.content !== '') body.append(renderMarkdown(message.content, names));
    body.append(...message.embeds.map((embed) => embedded(embed, names)));
    if ((flags & isOfComponents) === 0) body.append(...attachments(message));
    body.append(...(message.components ?? []).map((one) => component(one, message, names, uses)));
  }
  if (message.edited_timestamp != null && message.author.id !== bot) body.append(el('small', {}, '(edited)'));
  if (hidden) body.append(el('small', { class: 'only-you' }, 'Only you can see this'));
  more.addEventListener('click', () => menuFor(message, more, null));
  whole.addEventListener('contextmenu', (event) => {
    // A link or a selection keeps the browser's own menu.
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    event.preventDefault();
    menuFor(message, more, { x: event.clientX, y: event.clientY });
  });
  return whole;
}

/** What a message answers: a command, or another message. */
function reference(message: APIMessage, names: Names): HTMLElement | null {
  // Deprecated by Discord in favour of interaction_metadata, which lacks the command's name.
  const used = message.interaction;
  if (used !== undefined) {
    return el(
      'div',
      { class: 'reference' },
      `${used.user.global_name ?? used.user.username} used `,
      el('span', { class: 'mention' }, message.type === ofAppsMenu ? used.name : `/${used.name}`),
    );
  }
  const answered = message.referenced_message;
  if (answered == null) return null;
  const words = answered.content === '' ? 'an answer' : answered.content;
  const excerpt = el('span', { class: 'excerpt' });
  excerpt.append(renderMarkdown(words.split('\n')[0] ?? '', names));
  return el(
    'div',
    { class: 'reference' },
    el('b', {}, answered.author.global_name ?? answered.author.username),
    ' ',
    excerpt,
  );
}

function embedded(embed: APIEmbed, names: Names): HTMLElement {
  const part = (text: string | undefined, tag: 'strong' | 'div' | 'small') =>
    text === undefined ? [] : [el(tag, {}, renderMarkdown(text, names))];
  const title = embed.title === undefined ? [] : [embed.url === undefined ? embed.title : link(embed.url, embed.title)];
  const box = el(
    'div',
    { class: 'container' },
    ...part(embed.author?.name, 'small'),
    ...(title.length > 0 ? [el('strong', {}, ...title)] : []),
    ...part(embed.description, 'div'),
    ...(embed.fields ?? []).flatMap((field) => [...part(field.name, 'strong'), ...part(field.value, 'div')]),
    ...part(embed.footer?.text, 'small'),
  );
  if (embed.color !== undefined) box.style.setProperty('--accent', `#${embed.color.toString(16).padStart(6, '0')}`);
  return box;
}
