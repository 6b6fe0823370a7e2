import { defineConfig } from '@playwright/test';
import chromium from './playwright.config';
import type { Options } from './tests/helpers/extension';

/** The tests with `@firefox` in their name, in a real Firefox with `.output/firefox-mv3`. */
export default defineConfig<Options>(chromium, {
  outputDir: 'test-results/firefox',
  grep: /@firefox/,
  timeout: 60_000, // it starts slowly on a busy machine
  use: { kind: 'firefox' },
});
