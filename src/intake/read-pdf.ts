import type { Source } from '../corpus/source.ts';

const MOST_PAGES = 200;

/** A piece of a page's text, and whether its line ends after it. */
interface Piece {
  readonly str: string;
  readonly hasEOL: boolean;
  /** Its place on the page: the last two numbers are x and y, y growing upwards. */
  readonly transform: readonly number[];
  readonly height: number;
}

/** Reads the text of a PDF, a blank line where the page leaves room between lines. Throws where it holds none (a scan). */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  // Loaded where it is needed: 5 MB of code.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // Takes the bytes over, so it gets its own.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(textOf(items.filter((item): item is (typeof items)[number] & Piece => 'str' in item)));
    }
    const text = pages.join('\n\n').trim();
    if (text === '') throw new Error('it holds pictures of a text, not a text; only a text can be read');
    const { info } = await pdf.getMetadata();
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
    return { text, curated: {}, metadata: { headline: title || null }, language: null };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Error('it is locked with a password');
    if (error instanceof Error && error.name === 'InvalidPDFException')
      throw new Error('it is no PDF, or a broken one');
    throw error;
  } finally {
    await task.destroy();
  }
}

function textOf(pieces: readonly Piece[]): string {
  let text = '';
  let before: Piece | null = null;
  for (const piece of pieces) {
    const [y = 0, beforeY = 0] = [piece.transform[5], before?.transform[5]];
    const gap = before === null ? 0 : beforeY - y;
    if (before !== null && piece.str.trim() !== '' && text.endsWith('\n') && gap > 1.7 * (piece.height || 12))
      text += '\n';
    text += piece.str + (piece.hasEOL ? '\n' : '');
    if (piece.str.trim() !== '') before = piece;
  }
  // Words that were parted at the end of a line.
  return text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1').replace(/[ \t]+\n/g, '\n');
}
