import { withoutBreakHints, withoutReferences } from './plain-words.ts';

/** A node of a page: an element (1) or a text (3). */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE TABLE TR FIGURE FIGCAPTION PRE HEADER FOOTER ASIDE DL DT DD'.split(
    ' ',
  ),
);
const UNREAD = new Set(['SCRIPT', 'STYLE', 'FIGCAPTION', 'FIGURE', 'TEMPLATE', 'NOSCRIPT', 'BUTTON']);

/** The text of an element, a paragraph a line, as people see it: without soft hyphens, and with characters that were escaped twice. */
export function paragraphsOf(root: PageNode): string {
  let text = '';
  const visit = (node: PageNode): void => {
    if (node.nodeType === 3) text += (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
    if (node.nodeType !== 1 || UNREAD.has(node.nodeName)) return;
    const isBlock = BLOCKS.has(node.nodeName);
    if (isBlock) text += '\n\n';
    if (node.nodeName === 'BR') text += '\n';
    if (node.nodeName === 'LI') text += '• ';
    for (const child of node.childNodes) visit(child);
    if (isBlock) text += '\n\n';
  };
  visit(root);
  return withoutBreakHints(withoutReferences(text))
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^• *\n+/gm, '• ')
    .trim();
}
