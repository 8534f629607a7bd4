import { el, freshId } from './dom.ts';
import type { Offered, OfferedOption, Values } from './protocol.ts';
import { makeSuggestions, type Suggestion } from './suggestions.ts';

/** Waits this long after a key before asking for choices. */
const pause = 150;

export interface CommandForm {
  readonly element: HTMLElement;
  focus(): void;
}

export interface FormActions {
  complete(options: Values, focused: string): Promise<readonly { name: string; value: string | number }[]>;
  send(options: Values): void;
  cancel(): void;
}

/** A command being filled in: required options stand there, the others are added at will. */
export function makeCommandForm(command: Offered, actions: FormActions): CommandForm {
  const inputs = new Map<string, HTMLInputElement>();
  /** What a chosen suggestion stands for, where its words differ from its value. */
  const chosen = new Map<string, { readonly shown: string; readonly value: string | number }>();
  const places = el('span', { class: 'options' });
  const further = el('span', { class: 'further' });
  const lists = el('div');
  const form = el('form', { class: 'command', 'aria-label': `/${command.name}` });

  const values = (): Record<string, string | number | boolean> => {
    const filled: Record<string, string | number | boolean> = {};
    for (const option of command.options) {
      const typed = inputs.get(option.name)?.value ?? '';
      const pick = chosen.get(option.name);
      if (typed === '') continue;
      if (pick?.shown === typed) filled[option.name] = pick.value;
      else if (option.kind === 'number') filled[option.name] = Number(typed);
      else filled[option.name] = option.kind === 'yes or no' ? typed === 'True' : typed;
    }
    return filled;
  };
  const submit = () => {
    const missing = command.options.find((one) => one.required && (inputs.get(one.name)?.value ?? '') === '');
    if (missing !== undefined) return inputs.get(missing.name)?.focus();
    actions.send(values());
  };

  const add = (option: OfferedOption, focus: boolean) => {
    const id = freshId('option');
    const input = el('input', {
      id,
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: option.description,
      'aria-required': String(option.required),
    });
    const list = makeSuggestions(input, `${option.name}: choices`);
    const offer = (choices: readonly { name: string; value: string | number }[]) => {
      list.show(
        option.description,
        choices.map(
          ({ name, value }): Suggestion => ({
            label: name,
            detail: '',
            pick() {
              input.value = name;
              chosen.set(option.name, { shown: name, value });
              next(option);
            },
          }),
        ),
      );
    };
    let asked = 0;
    const complete = async () => {
      const typed = input.value.toLowerCase();
      const fixed =
        option.kind === 'yes or no'
          ? [
              { name: 'True', value: 'True' },
              { name: 'False', value: 'False' },
            ]
          : option.choices;
      if (fixed.length > 0) return offer(fixed.filter((one) => one.name.toLowerCase().includes(typed)));
      if (!option.autocomplete) return;
      asked += 1;
      const mine = asked;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (mine !== asked || document.activeElement !== input) return;
      const choices = await actions.complete({ ...values(), [option.name]: input.value }, option.name);
      if (mine === asked && document.activeElement === input) offer(choices);
    };
    input.addEventListener('input', () => void complete());
    input.addEventListener('focus', () => void complete());
    input.addEventListener('blur', () => {
      asked += 1;
      list.hide();
    });
    input.addEventListener('keydown', (event) => {
      if (list.key(event)) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        submit();
      } else if (event.key === 'Backspace' && input.value === '') {
        event.preventDefault();
        if (option.required || inputs.size === 1) actions.cancel();
        else remove(option);
      }
    });
    inputs.set(option.name, input);
    places.append(el('span', { class: 'option' }, el('label', { for: id }, option.name), input));
    lists.append(list.element);
    offerFurther();
    if (focus) input.focus();
  };
  const remove = (option: OfferedOption) => {
    inputs.get(option.name)?.parentElement?.remove();
    inputs.delete(option.name);
    offerFurther();
    ([...inputs.values()].at(-1) ?? form.querySelector<HTMLElement>('.further button') ?? form).focus();
  };
  /** After a choice: the next empty option, or whatever comes after. */
  const next = (option: OfferedOption) => {
    const empty = command.options.find((one) => one.required && inputs.get(one.name)?.value === '');
    (inputs.get(empty?.name ?? option.name) ?? form).focus();
  };
  const offerFurther = () => {
    const left = command.options.filter((one) => !inputs.has(one.name));
    further.replaceChildren(
      ...left.map((option) => {
        const button = el('button', { type: 'button', class: 'add', title: option.description }, `+ ${option.name}`);
        button.addEventListener('click', () => add(option, true));
        return button;
      }),
    );
  };

  const sendButton = el('button', { type: 'submit', class: 'button primary small' }, 'Send');
  const away = el('button', { type: 'button', class: 'quiet', 'aria-label': 'Put the command away' }, '✕');
  away.addEventListener('click', () => actions.cancel());
  form.append(lists, el('b', { class: 'name' }, `/${command.name}`), places, further, sendButton, away);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') actions.cancel();
  });
  for (const option of command.options) if (option.required) add(option, false);
  const first = command.options[0];
  if (inputs.size === 0 && first !== undefined) add(first, false);
  offerFurther();
  return { element: form, focus: () => ([...inputs.values()][0] ?? sendButton).focus() };
}
