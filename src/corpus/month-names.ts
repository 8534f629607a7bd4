/** The languages whose names of months are read in what a page says of itself. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ru', 'uk', 'ar'];

// Beside a day some languages inflect the month: "3 апреля".
const FORMS = (['long', 'short'] as const).flatMap((month) => [{ month }, { month, day: 'numeric' } as const]);

/** "april", "apr", "апреля", "avril" → 4. No two of the languages call different months by one name. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) => FORMS.flatMap((form) => namesOf(language, form))),
);

/** What a language calls the months in one of the forms, each with its number. */
function namesOf(language: string, form: Intl.DateTimeFormatOptions): (readonly [string, number])[] {
  // Making one takes longer than all it is asked for.
  const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const parts = format.formatToParts(new Date(Date.UTC(2021, month - 1, 3)));
    const name = parts
      .find(({ type }) => type === 'month')
      ?.value.toLowerCase()
      .replace(/\.$/, '');
    return name ? [[name, month] as const] : [];
  });
}

/** A pattern for one name of a month, longest first so that "juni" is not read as "jun". */
export const MONTH_NAME = `(?<![\\p{L}\\p{M}])(?:sept|${[...NUMBERS.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{M}])\\.?`;

/** "03" for "March"; null for what is no month. */
export function monthNumber(name: string): string | null {
  const plain = name.toLowerCase().replace(/\.$/, '');
  const month = plain === 'sept' ? 9 : NUMBERS.get(plain);
  return month === undefined ? null : String(month).padStart(2, '0');
}
