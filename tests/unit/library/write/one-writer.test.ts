// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FILES = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

test('papers are written in one place, which keeps the indexes true', () => {
  const writing = /\bpapers\s*\.\s*(?:bulk)?(?:put|add|delete|update|upsert|modify|clear)\b/i;
  const writers = FILES.filter((file) => writing.test(readFileSync(file, 'utf8')));
  expect(writers.sort()).toEqual([
    'lib/library/store/migrations.ts',
    'lib/library/write/write-papers.ts',
  ]);
});
