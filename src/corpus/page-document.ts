import { parseHTML } from 'linkedom';
import type { PageNode } from './page-text.ts';

/** A page as its elements. */
export type PageDocument = ReturnType<typeof parseHTML>['document'];

/** An element of a page, as far as it is looked at. */
export interface PageElement extends PageNode {
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

/** Parses HTML; a fragment, as some sites serve and some mails are, is put into a page. */
export function parsePage(html: string): PageDocument {
  if (/<html[\s>]/i.test(html)) return parseHTML(html).document;
  const whole = /<(?:head|body)[\s>]/i.test(html)
    ? `<html>${html.replace(/<!doctype[^>]*>/i, '')}</html>`
    : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document;
}
