import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';

// @exodus/bytes and not Node's own decoder: since Node 20.18.3 that reads the bytes 0x80 to 0x9F of windows-1252 as
// control characters, so that curly quotation marks are lost. Of the libraries that are kept up, iconv-lite knows
// encodings and not the web's labels (its iso-8859-1 is no windows-1252); this one is the standard's decoders and
// labels, without dependencies or install scripts, and is what jsdom reads pages by.

/** Where a document may say its own encoding: in HTML, in CSS-like declarations of XML. After this many bytes none is looked for. */
const HEAD_BYTES = 256 * 1024;

/**
 * A document's text (HTML, XML, plain). What it is encoded in, by what can least be wrong: its byte order mark; UTF-16's
 * zeros; well-formed UTF-8 beyond ASCII, which no other encoding looks like; what the document says; what its server says
 * (`label`, a default of the server's as often as not); UTF-8. A label that its bytes contradict is passed over.
 */
export function decodeDocument(bytes: Uint8Array, label: string | null = null): string {
  const encoding = encodingOf(bytes, label);
  return new TextDecoder(encoding).decode(bytes);
}

function encodingOf(bytes: Uint8Array, label: string | null): string {
  const sure = getBOMEncoding(bytes) ?? utf16Without(bytes) ?? (isUtf8(bytes) ? 'utf-8' : null);
  if (sure) return sure;
  const said = [declaredEncoding(bytes), label].flatMap((name) => (name && normalizeEncoding(name)) || []);
  // In ASCII letters it says that it is none: the standard takes such a page for UTF-8.
  const possible = said.filter((name) => !/^utf-16|^replacement$/.test(name));
  const legacy = possible.find((name) => name !== 'utf-8' && decodesWith(bytes, name));
  if (legacy) return legacy;
  // Nearly UTF-8, a character cut in two somewhere; or what browsers take an unlabelled page for.
  return possible.includes('utf-8') || isNearlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** What a document says it is encoded in: `<meta charset>`, `<meta http-equiv>`, `<?xml encoding?>`. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '');
  return (
    /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    null
  );
}

function decodesWith(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with something in it that is no ASCII. */
const isUtf8 = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f) && decodesWith(bytes, 'utf-8');

/** Most of what is not ASCII is UTF-8: text of another encoding has next to nothing of it. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return whole > 10 * broken || broken + whole === 0;
}

/** UTF-16 without a byte order mark: every other byte of Latin text and of markup is zero. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 8;
  if (odd > many && even < odd / 10) return 'utf-16le';
  return even > many && odd < even / 10 ? 'utf-16be' : null;
}

/**
 * Text without the control characters that stand for curly quotation marks and dashes where windows-1252 was taken for
 * Latin-1: what a decoder that is not ours has made of a mail. The standard reads `&#147;` in the same way.
 */
export const withoutC1Controls = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.decode(Uint8Array.of(control.charCodeAt(0))));

const WINDOWS_1252 = new TextDecoder('windows-1252');
