import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium = process.env['PRESSMARK_CHROMIUM'] ?? '/usr/bin/chromium';

/** Four kinds of test, run one after the other by `npm test`: see CONTRIBUTING.md. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact()],
        test: {
          name: 'unit',
          environment: 'happy-dom',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      {
        // One test draws a page with the real React, which must not be replaced by Preact there.
        plugins: [preact({ reactAliasesEnabled: false })],
        optimizeDeps: { include: ['react', 'react-dom', 'react-dom/client', 'react-dom/server'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromium,
                args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is waited for comes when the machine lets it: a second, the default, is a bet on an idle one.
          expect: { poll: { timeout: 30_000 } },
          // Each file has browsers of its own; two at once keep both cores of a small machine at work.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'window',
          include: ['tests/window/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          // Each file has a display of its own, with one mouse and one focus.
          maxWorkers: 2,
        },
      },
    ],
  },
});
