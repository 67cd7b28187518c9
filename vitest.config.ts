import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/** Last line of a run in a form that any log reader can count: `N passed, N failed[, N skipped]`. */
class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    const skipped = count.skipped + count.pending;
    setImmediate(() =>
      console.log(`\n${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`),
    );
  }
}

/** Built once before the tests that use them; unit tests do without. */
const globalSetup = ['./ingest/testing/current-index.ts', './web/testing/current-build.ts'];

/**
 * Far above what any test takes (milliseconds): a limit is there to end a test that hangs, not to judge how busy the
 * machine is. Nothing in a test depends on how long something takes.
 */
const testTimeout = 180_000;
const hookTimeout = 240_000;

/** Unit tests need no network, port or weights; integration tests use the real index and models; browser tests a real Chromium. */
export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{server,ingest,web,eval,corpus,.ci}/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
          // loading the modules anew for each file takes as long as the tests; no unit test replaces a module
          isolate: false,
          testTimeout,
          hookTimeout,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{server,ingest,web,eval}/**/*.integration.test.ts'],
          globalSetup,
          testTimeout,
          hookTimeout,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{web,eval}/**/*.browser.test.ts'],
          globalSetup,
          testTimeout,
          hookTimeout,
          fileParallelism: false,
        },
      },
    ],
  },
});
