import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isTooOld } from '../../../src/app/node-version.ts';

test('a Node.js older than package.json asks for is told by its version', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(engines.node).toBe('^20.19.0 || ^22.12.0 || >=24.0.0');
  for (const old of ['18.20.4', '20.18.3', '21.7.3', '22.11.0', '23.4.0']) expect(isTooOld(old)).toBe(true);
  for (const late of ['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0']) expect(isTooOld(late)).toBe(false);
});
