const TIME =
  /^(?:(?:day|week|month|year|hour|minute|night|morning|evening|afternoon|time|moment|weekend)s?|yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** A word for a time ("Friday", "night"), which the parser may take for who did something then. In small letters. */
export const isTimeWord = (lower: string): boolean => TIME.test(lower);
