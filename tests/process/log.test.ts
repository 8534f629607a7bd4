import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project/folder.ts';

const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

/** What a program logs that fails with an error of `kind`: a bug of ours, or an answer of Discord's. */
function logged(level: string, kind: 'bug' | 'discord'): string {
  const program = `
    import { openLog } from ${JSON.stringify(join(projectFolder, 'dist/src/app/log.js'))};
    const log = openLog({ logLevel: '${level}', discordToken: 'short.bot.token' });
    const bug = new SyntaxError('Unexpected token in "who met Ada Berg"');
    const discord = Object.assign(new Error('Unknown interaction'), {
      code: 10062, status: 404, method: 'POST', requestBody: { json: { content: 'Ada Berg said' } },
      url: 'https://discord.com/api/v10/interactions/123/aW50ZXJhY3Rpb24/callback',
    });
    log.error({ event: 'failed', err: ${kind} }, 'with short.bot.token and ${token}');
    log.error({ event: 'failed', url: '/webhooks/123/aW50ZXJhY3Rpb24/messages/@original' });
  `;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return stderr;
}

test.each(['bug', 'discord'] as const)(
  'of a %s neither words nor tokens are logged, but what it was and where',
  (kind) => {
    const output = logged('info', kind);
    expect(output).not.toMatch(/Ada Berg|aW50ZXJhY3Rpb24|short\.bot\.token|abcdefghijklmnop/);
    const [first = ''] = output.split('\n');
    expect(JSON.parse(first)).toMatchObject({ level: 'error', event: 'failed', err: { frames: expect.any(Array) } });
    expect(output).toContain(kind === 'bug' ? 'SyntaxError' : 'interactions/123/[token]/callback');
  },
);

test('an operator who debugs sees the message of a bug, and still no token', () => {
  const output = logged('debug', 'bug');
  expect(output).toContain('who met Ada Berg');
  expect(output).not.toMatch(/aW50ZXJhY3Rpb24|short\.bot\.token/);
});
