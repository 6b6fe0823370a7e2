import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2, // on two cores an eighth faster than one: browsers start while others work
  retries: 0, // a test that passes now and then does not pass
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  globalTimeout: 18 * 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 10_000,
    trace: 'off', // it takes a fifth of the time
  },
});
