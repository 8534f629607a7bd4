/** "en" of "en-GB". */
export const primary = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? '';

/** Whether a tag (BCP 47) is of English of whatever country. */
export const isEnglish = (language: string): boolean => primary(language) === 'en';

/** "Russian" for "ru"; the tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // Not written as BCP 47 has it.
  }
}
