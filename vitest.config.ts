import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/whole-suite.ts'],
    // Most of the time tests on the wire wait for another process: one file more than there are cores.
    maxWorkers: availableParallelism() + 1,
    // Waits end as soon as what is waited for has come; these are for a machine that is busy with something else.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Tests on the wire watch real clocks and processes; a shared machine may stand still for a moment.
    retry: process.env.CI ? 2 : 0,
  },
});
