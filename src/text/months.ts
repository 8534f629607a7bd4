export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The alternatives of a regular expression. */
export const MONTH_PATTERN = MONTHS.join('|');
