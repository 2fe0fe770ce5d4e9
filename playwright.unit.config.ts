import { defineConfig } from '@playwright/test';

// Unit tests alone: they start what they need themselves, so no site is built and no server is started for them.
export default defineConfig({
  testDir: 'tests/unit',
  outputDir: 'test-results/unit',
  fullyParallel: true,
  forbidOnly: true,
  globalSetup: './tests/fixtures/shared-postgres.ts',
  // A busy machine can be late once; what needed a second try is named “flaky” at the end.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // Most tests end within seconds; a machine that is busy with other things takes several times as long.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
