import PostalMime from 'postal-mime';
import { isWebAddress } from '../corpus/frontmatter.ts';
import { readSavedPage } from '../corpus/savedpage.ts';
import type { Source } from '../corpus/source.ts';

/** Reads a page as browsers save it whole (.mhtml), or a mail (.eml): both are MIME. */
export async function readMail(bytes: Uint8Array): Promise<Source> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
  const header = (name: string): string | null => mail.headers.find(({ key }) => key === name)?.value.trim() || null;
  const location = header('snapshot-content-location') ?? header('content-location');
  const url = location && isWebAddress(location) ? location : null;
  const fromHeaders = { headline: mail.subject?.trim() || null, published: url ? null : (mail.date ?? null) };
  if (mail.html) {
    const page = readSavedPage(mail.html);
    const metadata = {
      ...page.metadata,
      url: url ?? page.metadata.url ?? null,
      headline: page.metadata.headline ?? fromHeaders.headline,
      published: page.metadata.published ?? fromHeaders.published,
    };
    return { ...page, metadata, curated: {} };
  }
  if (!mail.text?.trim()) throw new Error('it holds no text');
  return { text: mail.text, metadata: { ...fromHeaders, url }, curated: {}, language: null };
}
