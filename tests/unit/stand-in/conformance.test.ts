import { AttachmentBuilder, Events, FileBuilder, MessageFlags, TextDisplayBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { checkAgainstOpenApi } from '../../../src/stand-in/conformance.ts';
import type { SentRequest } from '../../../src/stand-in/record.ts';
import { connect } from '../../support/client.ts';
import { readOpenApi } from '../../support/openapi.ts';

const openApi = readOpenApi();
const present = openApi !== null;

function sent(method: string, path: string, body: unknown): SentRequest {
  return { method, path, body, route: path, query: {}, files: [], agent: '', at: 0, status: 200, violations: [] };
}

test.skipIf(!present)('what fits the description passes', () => {
  const wrong = checkAgainstOpenApi(
    [
      sent('GET', '/gateway/bot', null),
      sent('POST', '/interactions/1/abc/callback', { type: 4, data: { content: 'hello', flags: 64 } }),
      sent('PATCH', '/webhooks/1/abc/messages/%40original', {
        components: [{ type: 10, content: 'hello' }],
        flags: 32768,
      }),
      sent('PUT', '/applications/1/commands', [
        { type: 1, name: 'met', description: 'Who met whom', default_member_permissions: '0' },
      ]),
    ],
    openApi,
  );
  expect(wrong).toEqual([]);
});

test.skipIf(!present)('what does not fit is named', () => {
  const wrong = checkAgainstOpenApi(
    [
      sent('POST', '/interactions/1/abc/callback', { type: 4, data: { content: 7 } }),
      sent('POST', '/interactions/1/abc/callback', {
        type: 8,
        data: { choices: [{ name: 'x'.repeat(101), value: 'x' }] },
      }),
      sent('POST', '/channels/1/messages', { components: [{ type: 99 }] }),
      sent('GET', '/no/such/place', null),
    ],
    openApi,
  );
  expect(wrong).toHaveLength(4);
});

test.skipIf(!present)('what discord.js itself sends fits the description', async () => {
  const { standIn, client, close } = await connect();
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: [new TextDisplayBuilder().setContent('Here'), new FileBuilder().setURL('attachment://a.csv')],
      files: [new AttachmentBuilder(Buffer.from('a,b'), { name: 'a.csv' })],
    });
    await interaction.followUp('More');
  });
  await client.application.commands.set([{ name: 'met', description: 'Who met whom', defaultMemberPermissions: '0' }]);
  const asked = standIn.slash(standIn.world.member, standIn.world.channel, 'met');
  await asked.answered();
  await expect.poll(() => asked.followUps().length).toBe(1);
  await close();
  expect(standIn.wrongs()).toEqual([]);
  expect(checkAgainstOpenApi(standIn.requests, openApi)).toEqual([]);
});
