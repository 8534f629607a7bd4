import { afterEach, expect, test } from 'vitest';
import { openReader, type ReadingWorker } from '../../../src/intake/read-in-worker.ts';
import { newsPage, TALKS } from '../../support/site.ts';

const places = { articlesDir: '', dataDir: '', outletsDir: 'data/outlets', modelsDir: 'data' };
const page = (body: string) => ({
  url: 'https://example.org/2015/11/13/talks',
  contentType: 'text/html',
  charset: null,
  bytes: Buffer.from(body),
  etag: null,
  lastModified: null,
  unchanged: false,
});
let reader: ReadingWorker;
afterEach(() => reader.close());

test('a page is read in a worker, and one without an article is refused with the reason', async () => {
  reader = openReader(places);
  const source = await reader.read('page', page(newsPage('Talks in Geneva', TALKS)));
  expect(source.metadata.headline).toBe('Talks in Geneva');
  const nothing = reader.read('file', { name: 'x.docx', bytes: Buffer.from('x') });
  await expect(nothing).rejects.toThrow('none of the kinds that are taken');
});

test('what takes too long is given up, and the next is read', async () => {
  reader = openReader(places, 1);
  await expect(reader.read('page', page(newsPage('Talks', TALKS)))).rejects.toThrow('took too long');
  await reader.close();
  reader = openReader(places);
  await expect(reader.read('page', page(newsPage('Talks', TALKS)))).resolves.toMatchObject({ curated: {} });
});
