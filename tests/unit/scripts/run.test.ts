// @vitest-environment node
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let project: string;

function write(file: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(path.join(project, file), text);
}

const lock = (version: string) => ({
  packages: {
    '': { name: 'project' },
    'node_modules/dependency': { version, integrity: `hash of ${version}` },
    'node_modules/for-another-system': { version, optional: true },
  },
});

/** Only what npm would have installed here. */
const hiddenLock = (version: string) => ({
  packages: { 'node_modules/dependency': { version, integrity: `hash of ${version}` } },
});

function run(args: readonly string[], env: Record<string, string> = {}) {
  const PATH = [path.join(project, 'bin'), process.env.PATH].join(path.delimiter);
  return spawnSync(process.execPath, [path.join(project, 'scripts', 'run.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH, NPM_EXIT: '0', ...env },
  });
}

/** A small project of its own, whose `npm` only tells that it was called. */
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'winnow-run-'));
  for (const folder of ['bin', 'scripts', 'node_modules']) mkdirSync(path.join(project, folder));
  cpSync('scripts/run.mjs', path.join(project, 'scripts', 'run.mjs'));
  symlinkSync(path.resolve('node_modules/tsx'), path.join(project, 'node_modules', 'tsx'));
  write('bin/npm', '#!/bin/sh\necho "npm $*"\nexit $NPM_EXIT\n');
  chmodSync(path.join(project, 'bin', 'npm'), 0o755);
  write('package.json', { type: 'module' });
  write('tsconfig.json', {});
  write('package-lock.json', lock('1.0.0'));
  write('scripts/shout.ts', 'const [, , text]: string[] = process.argv;\nconsole.log(text);\n');
  write('scripts/fail.ts', 'process.exitCode = 7;\n');
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('scripts/run.mjs', () => {
  test('runs a TypeScript file with its arguments, saying nothing itself', () => {
    write('node_modules/.package-lock.json', hiddenLock('1.0.0'));
    expect(run(['shout', 'hello'])).toMatchObject({ status: 0, stdout: 'hello\n', stderr: '' });
  });

  test('passes the exit code on', () => {
    write('node_modules/.package-lock.json', hiddenLock('1.0.0'));
    expect(run(['fail']).status).toBe(7);
  });

  test.each([
    ['nothing was ever installed', null],
    ['another version is installed', hiddenLock('0.9.0')],
    ['a package is missing', { packages: {} }],
    ['what npm left is unreadable', '{'],
  ])('installs first when %s, with all that is said on stderr', (_, installed) => {
    if (installed !== null) write('node_modules/.package-lock.json', installed);
    const { status, stdout, stderr } = run(['shout', 'hello']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'hello\n' });
    expect(stderr).toContain('npm install');
  });

  test('runs nothing when npm fails', () => {
    const { status, stdout, stderr } = run(['shout', 'hello'], { NPM_EXIT: '1' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('npm install failed');
  });

  test.each([[[]], [['nothing-of-that-name']], [['../scripts/shout']]])(
    'explains itself when called with %j',
    (args) => {
      const { status, stderr } = run(args);
      expect(status).toBe(2);
      expect(stderr).toContain('Usage:');
    },
  );

  test('turns an old Node away', () => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { node: '20.19.9' } })`;
    const { status, stderr } = run(['shout'], {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(pretend)}`,
    });
    expect(status).toBe(1);
    expect(stderr).toContain('Winnow needs Node 20.20 or newer; this is Node 20.19.9.');
  });
});
