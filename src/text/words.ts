/** The words of a text, in order and as written: runs of letters and digits, in any script. */
export const splitWords = (text: string): string[] => text.match(WORD) ?? [];

const WORD = /[\p{L}\p{N}]+/gu;
