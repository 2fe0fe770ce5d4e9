import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './scripts/browser/chromium.ts';
import { siteOrigin } from './tests/fixtures/addresses.ts';

// The tests in a browser. Unit tests need no site: playwright.unit.config.ts.
export default defineConfig({
  fullyParallel: true,
  // Two runs stand side by side in npm test, and each empties its folder as it begins.
  outputDir: 'test-results/browser',
  forbidOnly: true,
  globalSetup: './tests/fixtures/fresh-server.ts',
  // What fails is tried again, to trace it. On a build server it may pass then, and is named “flaky”; here it stays a failure.
  retries: 1,
  failOnFlakyTests: !process.env.CI,
  workers: 3,
  // Most tests end within seconds; a machine that is busy with other things takes several times as long.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: siteOrigin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: chromiumOptions(),
    screenshot: 'only-on-failure',
    // A trace of every test, to keep that of a failure, would slow all of them.
    trace: 'on-first-retry',
  },
  projects: [
    // Build sites of their own, which no other test sees.
    { name: 'galleries', testDir: 'tests/galleries', workers: 1 },
    { name: 'site', testDir: 'tests/site', workers: 2 },
    // Publish stories, and so change what the others see: after them, and one after the other within the base's limit.
    { name: 'loop', testDir: 'tests/loop', dependencies: ['site'], workers: 1 },
  ],
  // The whole system, as `npm start` runs it, on ports and in a folder of its own.
  webServer: {
    command: 'node tests/fixtures/serve.ts',
    url: `${siteOrigin}/`,
    // A system that is running already serves one browser test in seconds.
    reuseExistingServer: !process.env.CI,
    timeout: 240_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGINT', timeout: 15_000 },
  },
});
