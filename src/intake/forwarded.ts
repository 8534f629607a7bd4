import { dateEntered } from '../corpus/dates.ts';

/** A mail that somebody passed on: the one inside. */
export interface Forwarded {
  readonly subject: string | null;
  /** As its mail program writes it. */
  readonly date: string | null;
  readonly text: string;
}

/** "From:", "Subject:", "Date:" or "Sent:", "To:" as mail programs in seven languages put them above what they pass on. */
const NAMES: Readonly<Record<'from' | 'subject' | 'date' | 'to', string>> = {
  from: 'from|von|de|da|van|от|من',
  subject: 'subject|betreff|objet|asunto|oggetto|onderwerp|тема|الموضوع',
  date: 'date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|дата|отправлено|التاريخ',
  to: 'to|cc|an|à|para|a|aan|кому|копия|إلى|reply-to|antwort an',
};
const FIELD = new RegExp(`^[>*\\s]*(${Object.values(NAMES).join('|')})\\s*:\\**\\s*(.*)$`, 'iu');
const FORWARDED = /^\s*(?:fwd?|wg|tr|rv|i|enc|doorst|пересл)\s*:/i;

/** Is a subject that of a mail that is passed on? */
export const isForwarded = (subject: string): boolean => FORWARDED.test(subject);

/** A subject without "Fwd:" and "Re:". */
export const plainSubject = (subject: string): string =>
  subject.replace(/^(?:\s*(?:fwd?|wg|tr|rv|enc|doorst|пересл|re|aw|sv)\s*:)+\s*/i, '').trim();

/**
 * The mail within a mail: what stands below the lines "From: … Date: … Subject: …", where next to nothing stands above them,
 * or the subject says that it is passed on. Null where there is none.
 */
export function forwardedIn(text: string, subject: string): Forwarded | null {
  const lines = text.split(/\r\n|\n|\r/);
  for (const [start] of lines.entries()) {
    const head = headAt(lines, start);
    if (!head) continue;
    const above = lines
      .slice(0, start)
      .filter(
        (line) => line.trim() !== '' && !/^[\s>_*-]*(?:-{2,}|_{5,}|begin forwarded|anfang der|начало)/i.test(line),
      );
    if (!isForwarded(subject) && above.join(' ').length > 60) return null;
    // A mail passed on twice.
    const inner = forwardedIn(head.text, '');
    return inner ?? head;
  }
  return null;
}

/** Three or more fields in a row, those of sender and subject or date among them. */
function headAt(lines: readonly string[], start: number): Forwarded | null {
  const fields = new Map<string, string>();
  let end = start;
  let last: string | null = null;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    const kind = kindOf(name);
    if (kind) {
      last = kind;
      if (!fields.has(kind)) fields.set(kind, value.trim());
    } else if (last === null || line.trim() === '' || !/^\s/.test(line)) {
      // Some programs leave a blank line between the fields.
      if (line.trim() !== '' || fields.size === 0 || !FIELD.test(lines[end + 1] ?? '')) break;
    } else fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
  }
  if (fields.size < 3 || !fields.has('from') || !(fields.has('subject') || fields.has('date'))) return null;
  const written = fields.get('date')?.replace(/\s+(?:at|um|à|a las|в)\s+/iu, ' ') ?? null;
  const text = lines.slice(end).map((line) => line.replace(/^(?:>\s?)+/, ''));
  const subject = plainSubject(fields.get('subject') ?? '');
  return {
    subject: subject || null,
    date: written && dateEntered(written) ? written : null,
    text: text.join('\n').trim(),
  };
}

const kindOf = (name: string): string | null =>
  name === ''
    ? null
    : (Object.entries(NAMES).find(([, names]) => names.split('|').includes(name.toLowerCase()))?.[0] ?? null);
