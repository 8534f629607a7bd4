import { el } from './dom.ts';
import { makeCommandForm } from './fields.ts';
import type { Offered, Outcome, Room, UserAction } from './protocol.ts';
import { makeSuggestions } from './suggestions.ts';

/** The line where messages and commands are written. */
export interface Composer {
  readonly element: HTMLElement;
  /** The room may have changed: its name and its commands. */
  refresh(): void;
  focus(): void;
}

export function makeComposer(
  room: () => Room,
  bot: () => string,
  send: (action: UserAction) => Promise<Outcome>,
): Composer {
  const input = el('textarea', { rows: 1, maxlength: 2000, spellcheck: 'true' });
  const list = makeSuggestions(input, 'Commands');
  const line = el('div', { class: 'line' }, input);
  const element = el('div', { class: 'composer' }, list.element, line);

  const write = () => {
    line.replaceChildren(input);
    element.classList.remove('commanding');
    input.focus();
  };
  const begin = (command: Offered) => {
    input.value = '';
    const { id } = room();
    const form = makeCommandForm(command, {
      async complete(options, focused) {
        const outcome = await send({ is: 'autocomplete', room: id, name: command.name, options, focused });
        return outcome.choices ?? [];
      },
      send(options) {
        write();
        void send({ is: 'slash', room: id, name: command.name, options });
      },
      cancel: write,
    });
    element.classList.add('commanding');
    line.replaceChildren(form.element);
    form.focus();
  };
  /** Commands whose name begins so come first, then those that have it inside. */
  const suggest = () => {
    const typed = /^\/([\p{L}\p{N} _-]*)$/u.exec(input.value)?.[1]?.toLowerCase();
    if (typed === undefined) return list.hide();
    const { commands } = room();
    const fitting = [
      ...commands.filter((one) => one.name.startsWith(typed)),
      ...commands.filter((one) => !one.name.startsWith(typed) && one.name.includes(typed)),
    ];
    list.show(
      'Commands',
      fitting.map((one) => ({ label: `/${one.name}`, detail: one.description, pick: () => begin(one) })),
    );
  };
  input.addEventListener('input', () => {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
    suggest();
  });
  input.addEventListener('blur', () => list.hide());
  input.addEventListener('keydown', (event) => {
    if (list.key(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    // People write @Readout; Discord's client makes a mention of it.
    const content = input.value.trim().replace(/@readout\b/giu, `<@${bot()}>`);
    if (content === '') return;
    input.value = '';
    input.style.height = 'auto';
    void send({ is: 'say', room: room().id, content });
  });
  return {
    element,
    focus: () => input.focus(),
    refresh() {
      const { kind, name } = room();
      const label = kind === 'direct' ? `Message @${name}` : `Message #${name}`;
      input.placeholder = `${label}, or / for commands`;
      input.setAttribute('aria-label', label);
    },
  };
}
