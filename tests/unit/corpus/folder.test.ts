import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder, unknownFieldsIn } from '../../../src/corpus/folder.ts';
import { listFolder } from '../../../src/corpus/listing.ts';
import { loadOutlets } from '../../../src/corpus/outlets.ts';

const outlets = loadOutlets([]);
const BODY = 'The ferry sailed on Thursday.\n\nIt carried two hundred people across the bay.';

let base = '';
let folder = '';
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'corpus-'));
  folder = join(base, 'articles');
  await mkdir(folder);
});
afterEach(() => rm(base, { recursive: true }));

async function readAll() {
  const articles: string[] = [];
  const unread: Record<string, string> = {};
  for await (const outcome of readFolder(folder, outlets)) {
    articles.push(...outcome.articles.map(({ id }) => id));
    for (const { file, reason } of outcome.unread) unread[file] = reason;
  }
  return { articles, unread };
}

describe('the articles folder', () => {
  it('names every bad file with its reason and reads all the others', async () => {
    await mkdir(join(folder, '2015'));
    await writeFile(join(folder, '2015', 'good.md'), BODY);
    await writeFile(join(folder, 'good.txt'), BODY);
    await writeFile(join(folder, 'Port.md'), BODY);
    await writeFile(join(folder, 'port.md'), BODY);
    await writeFile(join(folder, 'README.md'), '# not an article');
    await writeFile(join(folder, '.hidden.txt'), BODY);
    await mkdir(join(folder, 'folder.md'));
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'latin.txt'), Buffer.from([0x4c, 0xe9, 0x20, 0x6c]));
    await writeFile(join(folder, 'matter.md'), `---\nurl: [\n---\n${BODY}`);
    await writeFile(join(folder, 'huge.txt'), '');
    await truncate(join(folder, 'huge.txt'), 200 * 1024 * 1024);
    await writeFile(join(folder, 'endless.txt'), `${BODY}\n\n`.repeat(30_000));
    await writeFile(join(base, 'secret.txt'), BODY);
    await symlink(join(base, 'secret.txt'), join(folder, 'leak.txt'));
    await symlink(base, join(folder, 'up'));
    await symlink(join(folder, 'gone.txt'), join(folder, 'dangling.txt'));
    await writeFile(join(folder, 'paper.pdf'), '%PDF');
    await writeFile(join(folder, 'good.md'), BODY);

    const { articles, unread } = await readAll();
    expect(articles).toEqual(['2015/good', 'Port', 'good']);
    expect(unread).toEqual({
      'folder.md': expect.stringMatching(/folder/),
      'empty.txt': expect.stringMatching(/empty/),
      'latin.txt': expect.stringMatching(/UTF-8/),
      'matter.md': expect.stringMatching(/YAML/),
      'huge.txt': expect.stringMatching(/200 MB/),
      'endless.txt': expect.stringMatching(/2,340,000 characters.*2,000,000/),
      'leak.txt': expect.stringMatching(/outside/),
      up: expect.stringMatching(/outside/),
      'dangling.txt': expect.stringMatching(/cannot be read/),
      'paper.pdf': expect.stringMatching(/kinds/),
      'good.txt': expect.stringMatching(/name is that of good\.md/),
      'port.md': expect.stringMatching(/name is that of Port\.md .*capitals/),
    });
  });

  it('names the fields that mean nothing here, which may be typing errors', async () => {
    await writeFile(join(folder, 'one.md'), `---\nheadine: Ferry sails\npublished: 2018-05-03\n---\n${BODY}`);
    await writeFile(join(folder, 'two.txt'), `---\nheadine: Ferry sails\n---\n${BODY}`);
    await writeFile(join(folder, 'three.jsonl'), JSON.stringify({ text: BODY, Publish_Date: '2018-05-03', mood: 1 }));
    await writeFile(join(folder, 'bad.md'), `---\nurl: [\n---\n${BODY}`);
    expect(Object.fromEntries(await unknownFieldsIn(folder))).toEqual({ headine: 2, mood: 1 });
  });

  it('tells what changed without reading it', async () => {
    await writeFile(join(folder, 'a.txt'), BODY);
    const [before] = await listFolder(folder);
    await writeFile(join(folder, 'a.txt'), `${BODY} More.`);
    const [after] = await listFolder(folder);
    expect(before).toMatchObject({ file: 'a.txt', size: BODY.length, refused: null });
    expect(after?.size).not.toBe(before?.size);
  });

  it('does not exist: that is said', async () => {
    await expect(listFolder(join(base, 'nowhere'))).rejects.toThrow(/nowhere/);
  });
});
