import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './scripts/browser/chromium.ts';
import { siteOrigin } from './tests/fixtures/addresses.ts';

export default defineConfig({
  fullyParallel: true,
  forbidOnly: true,
  globalSetup: './tests/fixtures/shared-postgres.ts',
  // Most unit tests wait, for a pace or a lock: one more than there are cores on a small machine.
  workers: 3,
  // A busy machine can be late once; what needed a second try is named “flaky” at the end.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  // The preview runs every function call in a fresh worker; a busy machine takes seconds.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: siteOrigin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: chromiumOptions(),
  },
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    { name: 'site', testDir: 'tests/site', dependencies: ['unit'], workers: 2 },
    // Build sites of their own, which two builds at once in one project would spoil: one after the other.
    { name: 'galleries', testDir: 'tests/galleries', dependencies: ['site'], workers: 1 },
    // Publish stories, and so change what the others see: after them, and one after the other within the base's limit.
    { name: 'loop', testDir: 'tests/loop', dependencies: ['galleries'], workers: 1 },
  ],
  // The whole system, as `npm start` runs it, on ports and in a folder of its own.
  webServer: {
    command: 'node tests/fixtures/serve.ts',
    url: `${siteOrigin}/`,
    // A system that is running already serves one browser test in seconds.
    reuseExistingServer: !process.env.CI,
    timeout: 120_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGINT', timeout: 15_000 },
  },
});
