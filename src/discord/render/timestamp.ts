import type { Day } from '../../text/edtf.ts';

/**
 * A day as Discord's timestamp, which each reader sees in their own language. A timestamp is a moment, shown in the
 * reader's time zone: ten o'clock UTC is on the same day from Hawaii (−10) to New Zealand's summer (+13). Noon would be the
 * next day there, midnight the day before in all the Americas.
 */
export const timestamp = (day: Day): string => `<t:${Date.parse(`${day}T10:00:00Z`) / 1000}:D>`;
