import type { APIMessage, APIMessageComponent, APISelectMenuOption } from 'discord-api-types/v10';
import { el, fileAddress, freshId, link } from './dom.ts';
import { type Names, renderMarkdown } from './markdown.ts';
import type { Named } from './protocol.ts';

/** What a component can do when used. */
export interface Uses {
  press(message: APIMessage, customId: string): void;
  select(message: APIMessage, customId: string, values: readonly string[]): void;
  /** What a menu of roles, or of channels, offers. */
  offers(of: 'roles' | 'channels'): readonly Named[];
}

// Discord's numbers for components and button styles; the page brings no library along.
const styles = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'];

/** One component of a message, and all in it. */
export function component(one: APIMessageComponent, message: APIMessage, names: Names, uses: Uses): Node {
  const inside = (each: APIMessageComponent) => component(each, message, names, uses);
  switch (one.type) {
    case 1:
      return el('div', { class: 'row' }, ...one.components.map(inside));
    case 2:
      return button(one, message, uses);
    case 3:
      return select(one, one.options, message, uses);
    case 6:
    case 8: {
      const chosen = new Set(one.default_values?.map(({ id }) => id));
      const offered = uses.offers(one.type === 6 ? 'roles' : 'channels');
      const options = offered.map(({ id, name }) => ({ value: id, label: name, default: chosen.has(id) }));
      return select(one, options, message, uses);
    }
    case 9:
      return el(
        'div',
        { class: 'section' },
        el('div', { class: 'texts' }, ...one.components.map(inside)),
        el('div', { class: 'accessory' }, inside(one.accessory)),
      );
    case 10:
      return el('div', { class: 'text' }, renderMarkdown(one.content, names));
    case 11:
      return picture(one.media, one.description ?? '', 'thumbnail', one.spoiler ?? false);
    case 12:
      return el(
        'div',
        { class: 'gallery' },
        ...one.items.map((item) => picture(item.media, item.description ?? '', 'picture', item.spoiler ?? false)),
      );
    case 13:
      return fileCard(one.file.url, message);
    case 14:
      return el('hr', {
        class: `${one.divider === false ? 'bare' : 'drawn'} ${one.spacing === 2 ? 'wide' : 'narrow'}`,
      });
    case 17: {
      const container = el('div', { class: 'container' }, ...one.components.map(inside));
      const { accent_color: accent } = one;
      if (accent != null) container.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
      return container;
    }
    default:
      return el('div', { class: 'unknown' }, `A component of type ${one.type}, which the playground does not show`);
  }
}

function button(one: Extract<APIMessageComponent, { type: 2 }>, message: APIMessage, uses: Uses): Node {
  const emoji = 'emoji' in one && one.emoji?.name ? `${one.emoji.name} ` : '';
  const label = `${emoji}${'label' in one ? (one.label ?? '') : ''}`;
  const style = `button ${styles[one.style] ?? 'secondary'}`;
  if ('url' in one && one.url !== undefined) {
    const out = link(one.url, label, el('span', { 'aria-label': ' (opens in a new tab)' }, ' ↗'));
    out.className = style;
    return out;
  }
  const made = el('button', { type: 'button', class: style, disabled: one.disabled ?? false }, label);
  if ('custom_id' in one) {
    made.dataset.customId = one.custom_id;
    made.addEventListener('click', () => {
      // Not disabled, which would lose the focus.
      if (made.ariaDisabled === 'true') return;
      made.ariaDisabled = 'true';
      uses.press(message, one.custom_id);
    });
  }
  return made;
}

type Menu = Pick<
  Extract<APIMessageComponent, { type: 3 }>,
  'custom_id' | 'placeholder' | 'min_values' | 'max_values' | 'disabled'
>;

function select(one: Menu, options: readonly APISelectMenuOption[], message: APIMessage, uses: Uses): Node {
  // Where nothing may be chosen there must be a way to choose nothing.
  const several = (one.max_values ?? 1) > 1 || one.min_values === 0;
  const label = one.placeholder ?? 'Make a selection';
  const made = el(
    'select',
    { 'aria-label': label, multiple: several, disabled: one.disabled ?? false, id: freshId('select') },
    ...(several
      ? []
      : [el('option', { value: '', disabled: true, selected: !options.some((each) => each.default) }, label)]),
    ...options.map((each) =>
      el(
        'option',
        { value: each.value, selected: each.default ?? false },
        each.description ? `${each.label} — ${each.description}` : each.label,
      ),
    ),
  );
  made.dataset.customId = one.custom_id;
  const use = () =>
    uses.select(
      message,
      one.custom_id,
      [...made.selectedOptions].map((each) => each.value),
    );
  if (!several) {
    made.addEventListener('change', use);
    return made;
  }
  const done = el('button', { type: 'button', class: 'button secondary' }, 'Choose');
  done.addEventListener('click', use);
  return el('div', { class: 'row' }, made, done);
}

interface Seen {
  readonly url: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

function picture(media: Seen, description: string, kind: string, hidden: boolean): Node {
  const address = fileAddress(media.url);
  // Known before it is loaded, so that nothing jumps.
  const size = { width: media.width ?? null, height: media.height ?? null };
  const image = el('img', { src: address, alt: description, class: kind, ...size });
  const whole = el('a', { href: address, target: '_blank', rel: 'noopener' }, image);
  if (!hidden) return whole;
  const show = el('button', { type: 'button', class: 'spoiler' }, 'Spoiler: show the picture');
  show.addEventListener('click', () => show.replaceWith(whole), { once: true });
  return show;
}

function fileCard(url: string, message: APIMessage): Node {
  const file = message.attachments.find((one) => one.url === url);
  const name = file?.filename ?? 'file';
  return el(
    'div',
    { class: 'file' },
    el('span', { 'aria-hidden': 'true', class: 'sheet' }),
    el('a', { href: fileAddress(url), download: name }, name),
    el('small', {}, file === undefined ? '' : inWords(file.size)),
  );
}

/** Files beside a message's text: pictures shown, others to be saved. */
export function attachments(message: APIMessage): Node[] {
  return message.attachments.map((one) =>
    one.content_type?.startsWith('image/')
      ? picture(one, one.description ?? one.filename, 'picture', false)
      : fileCard(one.url, message),
  );
}

function inWords(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KiB`;
}
