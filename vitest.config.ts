import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { secondTries } from './tests/support/second-tries.ts';

// Waits end as soon as what is waited for has come; these are for a machine that is busy with something else.
const patient = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } } as const;

export default defineConfig({
  test: {
    // Once for all projects, before the first test and after the last.
    globalSetup: ['tests/support/whole-suite.ts'],
    reporters: ['default', secondTries],
    projects: [
      // What functions promise, each in this process. Nothing is kept in modules, so files share what they import.
      { test: { ...patient, name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false } },
      // What people see: the bot in this process, asked over a stand-in for Discord.
      { test: { ...patient, name: 'wire', include: ['tests/wire/**/*.test.ts'], isolate: false } },
      // The program as it is shipped: how it starts, what it survives, how it ends. Kills and clocks are real here, so one
      // may be tried again; which needed it is printed.
      { test: { ...patient, name: 'process', include: ['tests/process/**/*.test.ts'], isolate: false, retry: 1 } },
    ],
    // Most of the time tests of the wire and of processes wait for somebody else: on two cores five files take four minutes, three
    // take five.
    maxWorkers: 2 * availableParallelism() + 1,
  },
});
