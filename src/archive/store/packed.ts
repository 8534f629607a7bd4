import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Reading } from '../../reading/reading.ts';
import { STOP_WORDS } from '../index/stopwords.ts';
import { type PackedReading, readingAsLists, readingFromLists } from './packed-reading.ts';
import { one, type Store } from './store.ts';

/*
 * Texts and readings as they are stored: deflated (RFC 1951) with a dictionary, without which short texts would hardly
 * shrink. A text's dictionary is made of some of the archive's own articles when it is built; a reading's is the text itself,
 * for its names stand there. Changing what is packed changes the format: raise STORE_VERSION.
 */

export type Dictionary = Uint8Array;

/** Looking back further costs more time than it saves room; deflate itself sees no further than twice that. */
const DICTIONARY_BYTES = 16_384;
const WINDOW_BYTES = 32_768;

/** Makes a dictionary of texts. What deflate looks back to first stands last. */
export function dictionaryOf(texts: readonly string[]): Dictionary {
  const whole = Buffer.from([[...STOP_WORDS].join(' '), ...texts].join('\n'));
  return whole.subarray(-DICTIONARY_BYTES);
}

const dictionaries = new WeakMap<Store, Dictionary>();

/** The dictionary that a store's texts were packed with. */
export function dictionaryIn(store: Store): Dictionary {
  const known = dictionaries.get(store);
  if (known) return known;
  const row = one<{ bytes: ArrayBuffer }>(store, 'SELECT bytes FROM dictionary');
  const dictionary = new Uint8Array(row?.bytes ?? new ArrayBuffer(0));
  dictionaries.set(store, dictionary);
  return dictionary;
}

type Bytes = ArrayBuffer | Uint8Array;

/** Copied out of zlib's 16 KB, for all of them would travel from thread to thread. */
const deflated = (text: string, dictionary: Uint8Array): Uint8Array =>
  new Uint8Array(deflateRawSync(text, { dictionary, level: 6 }));

export const packText = (text: string, dictionary: Dictionary): Uint8Array => deflated(text, dictionary);
export const unpackText = (bytes: Bytes, dictionary: Dictionary): string =>
  inflateRawSync(bytes, { dictionary }).toString('utf8');

/** What a text's reading is looked up in; never empty, which zlib would not take. */
const windowOf = (text: string): Buffer => Buffer.from(` ${text.slice(-WINDOW_BYTES)}`).subarray(-WINDOW_BYTES);

export const packReading = (reading: Reading, text: string): Uint8Array =>
  deflated(JSON.stringify(readingAsLists(reading)), windowOf(text));
export const unpackReading = (bytes: Bytes, text: string): Reading =>
  // Packed by packReading.
  readingFromLists(JSON.parse(inflateRawSync(bytes, { dictionary: windowOf(text) }).toString()) as PackedReading);
