import PostalMime, { type Email } from 'postal-mime';
import { withoutC1Controls } from '../corpus/encoding.ts';
import { isWebAddress } from '../corpus/frontmatter.ts';
import { readSavedPage } from '../corpus/savedpage.ts';
import type { Source } from '../corpus/source.ts';
import { forwardedIn, isForwarded, plainSubject } from './forwarded.ts';

/** Mails within mails, beyond which nobody passes them on. */
const DEEPEST = 3;

/**
 * Reads a page as browsers save it whole (.mhtml), or a mail (.eml): both are MIME. Of a mail that was passed on, the one
 * inside: its subject, its day, its text. A mail's day is its sender's, as its Date line has it.
 */
export async function readMail(bytes: Uint8Array, depth = 0): Promise<Source> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, forceRfc822Attachments: true });
  const attached = mail.attachments.find(({ mimeType }) => mimeType === 'message/rfc822');
  const subject = withoutC1Controls(mail.subject ?? '').trim();
  if (attached && depth < DEEPEST && (isForwarded(subject) || !mail.text?.trim())) {
    const { content } = attached;
    return readMail(typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content), depth + 1);
  }
  const location = header(mail, 'snapshot-content-location') ?? header(mail, 'content-location');
  const url = location && isWebAddress(location) ? location : null;
  const ofMail = {
    headline: plainSubject(subject) || null,
    published: url ? null : (header(mail, 'date') ?? mail.date ?? null),
  };
  const inner = url ? null : forwardedIn(withoutC1Controls(mail.text ?? ''), subject);
  if (mail.html) {
    const page = readSavedPage(withoutC1Controls(mail.html));
    const within = url ? null : (inner ?? forwardedIn(page.text, subject));
    const text = within ? (forwardedIn(page.text, subject)?.text ?? page.text) : page.text;
    const metadata = {
      ...page.metadata,
      url: url ?? page.metadata.url ?? null,
      headline: within?.subject ?? page.metadata.headline ?? ofMail.headline,
      published: within?.date ?? page.metadata.published ?? ofMail.published,
    };
    return { ...page, text, metadata, curated: {} };
  }
  if (!mail.text?.trim()) throw new Error('it holds no text');
  const metadata = { headline: inner?.subject ?? ofMail.headline, published: inner?.date ?? ofMail.published, url };
  return { text: inner?.text ?? withoutC1Controls(mail.text), metadata, curated: {}, language: null };
}

const header = (mail: Email, name: string): string | null =>
  mail.headers.find(({ key }) => key === name)?.value.trim() || null;
