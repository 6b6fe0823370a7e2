import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/component/**/*.test.tsx'],
    setupFiles: ['tests/helpers/setup.ts'],
    environment: 'jsdom',
    maxWorkers: '100%', // not one core less, as it is by default: of two that is half
    restoreMocks: true,
    testTimeout: 30_000, // laws are tried many times, and a busy machine is slow
  },
});
