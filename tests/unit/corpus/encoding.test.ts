import { describe, expect, it } from 'vitest';
import { decodeDocument, withoutC1Controls } from '../../../src/corpus/encoding.ts';

const page = (head: string, body: Uint8Array) =>
  Buffer.concat([Buffer.from(`<html><head>${head}</head><body><p>`), body]);
/** “Nein” – it’s fine, as windows-1252 has it. */
const CURLY = Uint8Array.of(
  0x93,
  0x4e,
  0x65,
  0x69,
  0x6e,
  0x94,
  0x20,
  0x96,
  0x20,
  0x69,
  0x74,
  0x92,
  0x73,
  0x20,
  0x80,
  0x35,
);
/** "Море" in windows-1251 and in KOI8-R. */
const SEA = Uint8Array.of(0xcc, 0xee, 0xf0, 0xe5);
const SEA_KOI8 = Uint8Array.of(0xed, 0xcf, 0xd2, 0xc5);

describe('a document is read in its own encoding', () => {
  it.each(['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii', 'ISO8859-1', 'cp1252', 'x-cp1252', 'l1'])(
    'that it calls %s, with its curly marks',
    (label) => {
      expect(decodeDocument(page(`<meta charset="${label}">`, CURLY))).toContain('“Nein” – it’s €5');
      expect(decodeDocument(page('', CURLY), label)).toContain('“Nein” – it’s €5');
    },
  );

  it('that nobody names, as browsers do', () => {
    expect(decodeDocument(page('', CURLY))).toContain('“Nein” –');
    expect(decodeDocument(Buffer.from('<p>“Nein” — Müller</p>'))).toContain('“Nein” — Müller');
  });

  it('that stands late in its head, behind comments that name another', () => {
    const head = `<!-- <meta charset="koi8-r"> ${'x'.repeat(9000)} --><script>var a = 1;</script>`;
    expect(
      decodeDocument(page(`${head}<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>`, SEA)),
    ).toContain('Море');
  });

  it.each([['utf-8'], ['iso-8859-1'], ['no-such-thing']])('though its server calls it %s', (label) => {
    expect(decodeDocument(page('<meta charset=windows-1251>', SEA), label)).toContain('Море');
  });

  it('that only its server names', () => {
    expect(decodeDocument(page('', SEA_KOI8), 'koi8-r')).toContain('Море');
  });

  it('though it and its server call UTF-8 something else', () => {
    const bytes = page('<meta charset="iso-8859-1">', Buffer.from('“Größe” Море'));
    expect(decodeDocument(bytes, 'windows-1251')).toContain('“Größe” Море');
  });

  it('with a character of UTF-8 cut in two', () => {
    const bytes = Buffer.from('“Größe” Море “Größe” Море ü');
    expect(decodeDocument(bytes.subarray(0, -1))).toContain('“Größe” Море');
  });

  it.each(['utf16le', 'utf16be'])('%s, with a mark and without one', (encoding) => {
    const little = Buffer.from('<html><head><meta charset="utf-16"></head><p>“Größe”</p>', 'utf16le');
    const bytes = encoding === 'utf16le' ? little : Buffer.from(little).swap16();
    expect(decodeDocument(bytes)).toContain('“Größe”');
    const mark = encoding === 'utf16le' ? [0xff, 0xfe] : [0xfe, 0xff];
    expect(decodeDocument(Buffer.concat([Uint8Array.from(mark), bytes]), 'utf-8')).toMatch(/^<html>/);
  });

  it('of East Asia', () => {
    const beijing = Uint8Array.of(0xb1, 0xb1, 0xbe, 0xa9);
    expect(decodeDocument(page('<meta charset="gb2312">', beijing))).toContain('北京');
    expect(decodeDocument(Buffer.from('\u001b$BEl5~\u001b(B', 'latin1'), 'iso-2022-jp')).toContain('東京');
  });

  it('that its XML declaration names, or its mark', () => {
    const xml = (body: Uint8Array) =>
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1251"?><t>'), body]);
    expect(decodeDocument(xml(SEA), 'utf-8')).toContain('Море');
    expect(decodeDocument(Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), Buffer.from('<?xml?><t>é')]), 'latin1')).toBe(
      '<?xml?><t>é',
    );
  });
});

it('control characters in place of curly marks are read as those', () => {
  expect(withoutC1Controls('\u0093No\u0094 \u0096 it\u0092s \u0085 done')).toBe('“No” – it’s … done');
});
