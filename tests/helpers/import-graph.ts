import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PROGRAM = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** The file with the project's laws, for `--config`. */
export const LAWS = path.join(ROOT, '.dependency-cruiser.mjs');

/** Runs dependency-cruiser in a folder, as `npm run lint` does in the project's own. */
export function cruise(args: readonly string[], folder = ROOT): ICruiseResult {
  const output = execFileSync(
    process.execPath,
    [PROGRAM, ...args, '--output-type', 'json', 'entrypoints', 'components', 'lib'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return JSON.parse(output);
}
