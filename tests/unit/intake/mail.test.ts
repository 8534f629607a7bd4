import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/intake/read-mail.ts';

const STORY =
  'The ferry to the northern islands sailed again on Thursday, two years after a storm had broken its pier.';
const mail = (...lines: string[]) => readMail(Buffer.from(lines.join('\r\n'), 'latin1'));
const plain = 'Content-Type: text/plain; charset=utf-8';

describe('a mail', () => {
  it('is of its sender’s day', async () => {
    const { metadata } = await mail('Subject: Ferry sails', 'Date: Sat, 3 Apr 2021 23:30:00 -0500', plain, '', STORY);
    expect(metadata).toMatchObject({ headline: 'Ferry sails', published: 'Sat, 3 Apr 2021 23:30:00 -0500' });
  });

  it('in windows-1252 keeps its curly marks', async () => {
    const head = [
      'Subject: x',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
    ];
    expect((await mail(...head, '', '=93It=92s over,=94 he said =96 at last.')).text).toContain(
      '“It’s over,” he said – at last.',
    );
    const html = [
      'Subject: x',
      'Content-Type: text/html; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
    ];
    expect((await mail(...html, '', `<p>=93It=92s over,=94 he said.</p><p>${STORY}</p>`)).text).toContain(
      '“It’s over,”',
    );
  });

  const outer = ['From: Me <me@mail.example>', 'Date: Thu, 10 Jun 2021 10:00:00 +0000', plain];
  it.each([
    [
      'Gmail',
      'Fwd: Ferry sails',
      [
        '---------- Forwarded message ---------',
        'From: Post <news@post.example>',
        'Date: Sat, Apr 3, 2021 at 9:30 AM',
        'Subject: Ferry sails',
        'To: Me <me@mail.example>',
        '',
      ],
    ],
    [
      'Apple',
      'Fwd: Ferry sails',
      [
        'FYI',
        '',
        'Begin forwarded message:',
        '',
        '> From: Post <news@post.example>',
        '> Subject: Ferry sails',
        '> Date: 3 April 2021 at 09:30:00 CEST',
        '> To: me@mail.example',
        '> ',
      ],
    ],
    [
      'Outlook',
      'FW: Ferry sails',
      [
        'Worth reading!',
        '',
        '________________________________',
        'From: Post <news@post.example>',
        'Sent: Saturday, April 3, 2021 9:30 AM',
        'To: Me',
        'Subject: Ferry sails',
        '',
      ],
    ],
    [
      'Outlook in German',
      'WG: Ferry sails',
      ['Von: Post <news@post.example>', 'Gesendet: Samstag, 3. April 2021 09:30', 'An: Me', 'Betreff: Ferry sails', ''],
    ],
  ])('that was passed on by %s is the one inside', async (_, subject, head) => {
    const source = await mail(`Subject: ${subject}`, ...outer, '', ...head, STORY);
    expect(source.metadata.headline).toBe('Ferry sails');
    expect(source.metadata.published).toMatch(/2021/);
    expect(source.metadata.published).not.toMatch(/Jun/);
    expect(source.text).toBe(STORY);
  });

  it('that answers another is itself', async () => {
    const answer = `${STORY} So I wrote to the harbour master, and this is what he answered.`;
    const source = await mail(
      'Subject: Re: Ferry',
      ...outer,
      '',
      answer,
      '',
      '-----Original Message-----',
      'From: Low',
      'Sent: 3 April 2021',
      'Subject: Ferry',
      '',
      'Does it sail?',
    );
    expect(source.metadata).toMatchObject({ headline: 'Ferry', published: 'Thu, 10 Jun 2021 10:00:00 +0000' });
    expect(source.text).toContain(answer);
  });
});
