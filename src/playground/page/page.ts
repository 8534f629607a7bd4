import type { APIMessage } from 'discord-api-types/v10';
import { openMenu } from './apps-menu.ts';
import { type Composer, makeComposer } from './composer.ts';
import { byId, el } from './dom.ts';
import { showHoldings } from './holdings.ts';
import type { Names } from './markdown.ts';
import { type MessageList, makeLog } from './messages.ts';
import { askForm } from './modal.ts';
import type { Outcome, Room, Update, UserAction } from './protocol.ts';
import { askHoldings, listen, send } from './talk.ts';

/** The page: a server's channel beside the direct messages, as one of several people sees them. */

interface Pane {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  readonly under: HTMLElement;
  readonly log: MessageList;
  readonly typing: HTMLElement;
  readonly composer: Composer;
  room: Room;
}

let seen: Update | null = null;
const panes: Pane[] = [];
const personSelect = byId('person', HTMLSelectElement);

const names: Names = {
  person: (id) => (id === seen?.bot ? 'Readout' : (seen?.people.find((one) => one.id === id)?.name ?? null)),
  channel: (id) => seen?.rooms.find((one) => one.id === id)?.name ?? null,
};

async function act(action: UserAction): Promise<Outcome> {
  const outcome = await send(seen?.me.id ?? '', action);
  if (outcome.failed !== undefined && action.is !== 'autocomplete') toast(outcome.failed);
  if (outcome.modal !== undefined) {
    const fields = await askForm(outcome.modal.shown, names);
    if (fields !== null) await act({ is: 'modal', asked: outcome.modal.asked, fields });
  }
  return outcome;
}

const uses = {
  press: (message: APIMessage, customId: string) =>
    void act({ is: 'press', message: message.id, customId }).then(enableAgain),
  select: (message: APIMessage, customId: string, values: readonly string[]) =>
    void act({ is: 'select', message: message.id, customId, values }),
  offers: (of: 'roles' | 'channels') => seen?.[of] ?? [],
};

/** A button that changed nothing can be pressed again. */
function enableAgain(): void {
  for (const button of document.querySelectorAll('button[aria-disabled]')) button.removeAttribute('aria-disabled');
}

function menuFor(message: APIMessage, anchor: HTMLElement, at: { x: number; y: number } | null): void {
  const room = seen?.rooms.find((one) => one.id === message.channel_id);
  const apps = (room?.messageCommands ?? []).map((name) => ({
    label: name,
    choose: () => void act({ is: 'apps', message: message.id, name }),
  }));
  const copy = { label: 'Copy message ID', choose: () => void navigator.clipboard.writeText(message.id) };
  openMenu('Apps', [...apps, copy], anchor, at);
}

function makePane(room: Room): Pane {
  const heading = el('h2');
  const under = el('span', { class: 'under' });
  const typing = el('div', { class: 'typing', role: 'status' });
  const log = makeLog(
    room.kind === 'direct' ? 'Direct messages' : 'Channel messages',
    names,
    () => seen?.bot ?? '',
    uses,
    menuFor,
  );
  const composer = makeComposer(
    () => pane.room,
    () => seen?.bot ?? '',
    act,
  );
  const element = el(
    'section',
    { class: 'pane', 'data-kind': room.kind },
    el('header', {}, heading, under),
    log.element,
    typing,
    composer.element,
  );
  const pane: Pane = { element, heading, under, log, typing, composer, room };
  return pane;
}

function show(update: Update, whole: boolean): void {
  const somebodyElse = seen?.me.id !== update.me.id;
  seen = update;
  if (panes.length === 0) {
    panes.push(...update.rooms.map(makePane));
    byId('panes', HTMLElement).replaceChildren(...panes.map((pane) => pane.element));
  }
  personSelect.replaceChildren(
    ...update.people.map((one) =>
      el('option', { value: one.id, selected: one.id === update.me.id }, `${one.name} — ${one.is}`),
    ),
  );
  for (const [index, pane] of panes.entries()) {
    const room = update.rooms[index];
    if (room === undefined) continue;
    pane.room = room;
    pane.heading.textContent = room.kind === 'direct' ? `@ ${room.name}` : `# ${room.name}`;
    pane.under.textContent = room.under;
    pane.typing.textContent = room.typing ? 'Readout is typing…' : '';
    pane.composer.refresh();
    if (whole || somebodyElse) {
      pane.log.clear();
      pane.log.element.append(welcome(room, (name) => act({ is: 'slash', room: room.id, name, options: {} })));
    }
    pane.log.put(
      update.messages.filter((one) => one.channel_id === room.id),
      update.gone,
    );
  }
  listRooms(update);
  // An answer of the bot's may tell of an archive that was built anew.
  if (whole || update.messages.length > 0) void refreshHoldings();
}

async function refreshHoldings(): Promise<void> {
  const holdings = await askHoldings();
  if (holdings !== null) showHoldings(byId('holdings', HTMLElement), holdings);
}

/** What a newcomer may begin with, a press each. */
const BEGINNINGS = [
  ['help', 'What can I ask?'],
  ['network', 'Who met whom?'],
  ['sources', 'What is in the archive?'],
] as const;

function welcome({ kind, name, commands }: Room, ask: (command: string) => unknown): HTMLElement {
  const words =
    kind === 'direct'
      ? 'Ask in plain words, as in "who met whom in Moscow?", or type / for commands.'
      : 'Type / to see what can be asked, or write @Readout and a question. Right-click a message, or press ⋯ beside it, for its apps.';
  return el(
    'div',
    { class: 'welcome' },
    el('h3', {}, kind === 'direct' ? `Direct messages with ${name}` : `Welcome to #${name}`),
    el('p', {}, words),
    el(
      'div',
      { class: 'row' },
      ...BEGINNINGS.filter(([command]) => commands.some((one) => one.name === command)).map(([command, label]) => {
        const button = el('button', { type: 'button', class: 'button' }, label);
        button.addEventListener('click', () => void ask(command));
        return button;
      }),
    ),
  );
}

/** On a narrow screen one room is shown at a time: these buttons choose; everywhere they bring the focus there. */
function listRooms({ rooms }: Update): void {
  const nav = byId('rooms', HTMLElement);
  if (nav.childElementCount === rooms.length) {
    for (const [index, room] of rooms.entries()) {
      const button = nav.children[index];
      if (button !== undefined) button.textContent = labelOf(room);
    }
    return;
  }
  nav.replaceChildren(
    ...rooms.map((room, index) => {
      const button = el(
        'button',
        { type: 'button', class: 'room', 'aria-current': index === 0 ? 'true' : null },
        labelOf(room),
      );
      button.addEventListener('click', () => {
        document.body.dataset.shown = room.kind;
        for (const one of nav.children) one.removeAttribute('aria-current');
        button.setAttribute('aria-current', 'true');
        panes[index]?.composer.focus();
      });
      return button;
    }),
  );
}

function labelOf({ kind, name }: Room): string {
  return kind === 'direct' ? `@ ${name}` : `# ${name}`;
}

let toastEnds: number | undefined;
function toast(words: string): void {
  const place = byId('said', HTMLElement);
  place.textContent = words;
  clearTimeout(toastEnds);
  toastEnds = window.setTimeout(() => {
    place.textContent = '';
  }, 6000);
}

function dress(theme: string): void {
  document.documentElement.dataset.theme = theme;
  const button = byId('theme', HTMLButtonElement);
  button.textContent = theme === 'dark' ? 'Light theme' : 'Dark theme';
  localStorage.setItem('theme', theme);
}

let stop = () => {};
function be(person: string): void {
  stop();
  stop = listen(person, show, () => toast('The playground was started anew: load this page again.'));
}

dress(localStorage.getItem('theme') ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'));
byId('theme', HTMLButtonElement).addEventListener('click', () =>
  dress(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'),
);
personSelect.addEventListener('change', () => be(personSelect.value));
document.body.dataset.shown = 'channel';
be('');
