import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { STOP_WORDS } from './stopwords.ts';

/*
 * Texts and readings as they are stored: deflated (RFC 1951), with a dictionary of what nearly all of them contain, without
 * which short texts would hardly shrink. Changing a dictionary changes the format: raise STORE_VERSION.
 */

/** What deflate looks back to first stands last: the commonest. */
const TEXT_DICTIONARY = Buffer.from(
  `${[...STOP_WORDS].join(' ')} January February March April May June July August September October November December
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday President Minister Foreign Affairs Government Republic United States
  million billion per cent percent year years people country countries international national officials according
  spokesman statement told reporters added that the talks meeting agreement said on the of the in the and the to the `,
);

const READING_DICTIONARY = Buffer.from(
  '{"country":"Russia"},"called-off","denied","recurring","requested","planned","session","visit","call","talks","role"' +
    '"trigger":{"start":,"form":"meeting","status":"held","participants":[{"name":"","kind":"country","topic":null,"also":[]' +
    '],"entities":[{"type":"place","name":"],"quotations":[{"start":,"kind":"mixed","place":null,"date":{"value":"' +
    ',"kind":"direct","words":{"start":,"end":},"speaker":{"start":,"end":,"name":"","kind":"body","entity":null,"role":null}' +
    ',"kind":"indirect","words":{"start":,"speaker":null,"cue":{"start":,"end":},"asides":[]},{"start":' +
    ',"type":"place","entity":,"role":{"start":,"text":"","country":null}},"type":"organisation","entity":,"role":null},' +
    '{"start":,"end":,"type":"person","entity":,"role":null},{"start":,"end":,"paragraph":},"mentions":[{"sentences":[{"start":0,"end":',
);

const pack = (text: string, dictionary: Buffer): Buffer => deflateRawSync(text, { dictionary, level: 6 });
const unpack = (bytes: ArrayBuffer | Uint8Array, dictionary: Buffer): string =>
  inflateRawSync(bytes, { dictionary }).toString('utf8');

export const packText = (text: string): Buffer => pack(text, TEXT_DICTIONARY);
export const unpackText = (bytes: ArrayBuffer | Uint8Array): string => unpack(bytes, TEXT_DICTIONARY);
export const packReading = (reading: unknown): Buffer => pack(JSON.stringify(reading), READING_DICTIONARY);
export const unpackReading = (bytes: ArrayBuffer | Uint8Array): unknown =>
  JSON.parse(unpack(bytes, READING_DICTIONARY));
