import type { Reporter, TestModule } from 'vitest/node';

/** Names the tests that passed at a second try only: each is a promise that is not always kept, or a test that asks too much. */
export const secondTries: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { retryCount = 0 } = test.diagnostic() ?? {};
        if (retryCount > 0) console.warn(`Needed a second try: ${module.moduleId} > ${test.fullName}`);
      }
    }
  },
};
