import type { APIModalInteractionResponseCallbackData, APITextInputComponent } from 'discord-api-types/v10';
import { byId, el, freshId } from './dom.ts';
import { type Names, renderMarkdown } from './markdown.ts';

/** Shows a form of the bot's; resolves with what was filled in, null where it was closed. */
export function askForm(
  shown: APIModalInteractionResponseCallbackData,
  names: Names,
): Promise<Record<string, string> | null> {
  const dialog = byId('dialog', HTMLDialogElement);
  const inputs = new Map<string, HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>();
  const field = (label: string, description: string, one: unknown): HTMLElement => {
    // The bot's form was checked on its way here; anything but text and menus is shown as text.
    const input = one as Pick<
      APITextInputComponent,
      'custom_id' | 'style' | 'required' | 'value' | 'placeholder' | 'max_length' | 'min_length'
    > & {
      options?: { label: string; value: string }[];
    };
    const id = freshId('field');
    const shared = { id, required: input.required ?? true };
    const text = {
      ...shared,
      placeholder: input.placeholder ?? null,
      maxlength: input.max_length ?? 4000,
      minlength: input.min_length ?? null,
    };
    const made =
      input.options !== undefined
        ? el('select', shared, ...input.options.map((each) => el('option', { value: each.value }, each.label)))
        : input.style === 2
          ? el('textarea', { ...text, rows: 4 })
          : el('input', text);
    if (input.value !== undefined) made.value = input.value;
    inputs.set(input.custom_id, made);
    return el(
      'div',
      { class: 'field' },
      el('label', { for: id }, label),
      ...(description === '' ? [] : [el('small', {}, description)]),
      made,
    );
  };
  const fields = shown.components.flatMap((one): Node[] => {
    if ('component' in one) return [field(one.label, one.description ?? '', one.component)];
    if ('components' in one)
      return one.components.map((each) => field('label' in each ? (each.label ?? '') : '', '', each));
    return 'content' in one ? [renderMarkdown(one.content, names)] : [];
  });
  const cancel = el('button', { type: 'button', class: 'button secondary' }, 'Cancel');
  const heading = freshId('heading');
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: heading, class: 'title' }, shown.title),
    ...fields,
    el(
      'div',
      { class: 'row end' },
      cancel,
      el('button', { type: 'submit', class: 'button primary', value: 'sent' }, 'Submit'),
    ),
  );
  dialog.setAttribute('aria-labelledby', heading);
  dialog.replaceChildren(form);
  dialog.returnValue = '';
  dialog.showModal();
  cancel.addEventListener('click', () => dialog.close());
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const filled = [...inputs].map(([id, input]) => [id, input.value]);
        resolve(dialog.returnValue === 'sent' ? Object.fromEntries(filled) : null);
      },
      { once: true },
    );
  });
}
