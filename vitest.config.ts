import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/whole-suite.ts'],
    // Most of the time tests on the wire wait for another process: one file more than there are cores.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Tests on the wire watch real clocks and processes; a shared machine may stand still for a moment.
    retry: process.env.CI ? 2 : 0,
  },
});
