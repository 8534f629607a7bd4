import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A news site on this machine, whose pages a test can change. */
export interface Site {
  readonly origin: string;
  /** What was asked for, oldest first. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  put(path: string, page: Page): void;
  close(): void;
}

interface Page {
  readonly type?: string;
  readonly status?: number;
  readonly etag?: string;
  /** The header Retry-After. */
  readonly retryAfter?: string;
  readonly body: string;
}

export async function openSite(): Promise<Site> {
  const pages = new Map<string, Page>();
  const asked: Site['asked'] = [];
  const server: Server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    const page = pages.get((request.url ?? '').replace(/\?.*$/, ''));
    if (!page) return void response.writeHead(404).end();
    if (page.etag && request.headers['if-none-match'] === page.etag) return void response.writeHead(304).end();
    response.writeHead(page.status ?? 200, {
      'content-type': page.type ?? 'text/html; charset=utf-8',
      ...(page.etag && { etag: page.etag }),
      ...(page.retryAfter && { 'retry-after': page.retryAfter }),
    });
    response.end(page.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    put: (path, page) => void pages.set(path, page),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page as news sites make them, with what surrounds an article. */
export function newsPage(
  headline: string,
  paragraphs: readonly string[],
  also: { readonly date?: string; readonly canonical?: string } = {},
): string {
  return `<!doctype html><html lang="en"><head><title>${headline} | The Example</title>
<meta property="og:site_name" content="The Example">${also.date ? `<meta property="article:published_time" content="${also.date}">` : ''}
${also.canonical ? `<link rel="canonical" href="${also.canonical}">` : ''}</head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>${headline}</h1>
${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}
<p>Share on Facebook</p></article><aside><h3>Related stories</h3><a href="/y">Something else</a></aside></body></html>`;
}

export const TALKS = [
  'Foreign Minister Ada Berg met her counterpart Omar Nadir in Geneva on Friday to talk about the border crossings that have been shut since spring.',
  '“We will open two crossings before the winter,” Berg said after the talks, which went on for more than three hours in a hotel by the lake.',
  'Officials of both sides are to work out the details by the end of the month, according to a statement that the ministry put out in the evening.',
] as const;
