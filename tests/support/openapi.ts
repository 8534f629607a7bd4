import { existsSync, readFileSync } from 'node:fs';

/**
 * Discord's published description of its API (openapi.json of github.com/discord/discord-api-spec), from where DISCORD_OPENAPI
 * says, else from the folder beside this project; null, with a word, where there is no copy.
 */
export function readOpenApi(): unknown {
  const file = process.env.DISCORD_OPENAPI ?? '../shared/discord/openapi.json';
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.info(`No copy of Discord's openapi.json at ${file} (set DISCORD_OPENAPI): its checks are skipped.`);
  return null;
}
