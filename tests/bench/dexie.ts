/** Dexie by itself, in the worker where the library is: the floor of what writes there. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Worker } from '@playwright/test';

const CODE = readFileSync(
  createRequire(import.meta.url).resolve('dexie/dist/dexie.min.js'),
  'utf8',
);

/** What of Dexie the floors use. */
export type BenchDexie = new (
  name: string,
) => {
  version(version: number): { stores(stores: Record<string, string>): void };
  table(name: string): {
    put(record: object): Promise<unknown>;
    bulkPut(records: readonly object[]): Promise<unknown>;
    clear(): Promise<void>;
  };
};

/** Makes Dexie a global of the worker. */
export async function startDexie(worker: Worker): Promise<void> {
  await worker.evaluate('globalThis.__name = (named) => named'); // what esbuild calls
  await worker.evaluate(`globalThis.Dexie || (0, eval)(${JSON.stringify(CODE)})`);
}
