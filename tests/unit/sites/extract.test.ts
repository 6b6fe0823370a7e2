// @vitest-environment node
/** `npm run extract`, as a person at a terminal meets it. */

import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { fixtures } from './support';

vi.setConfig({ testTimeout: 60_000 }); // each starts a process of its own

const PAGE = 'tests/fixtures/pages/arxiv-list.broken.html';
const URL_OF_PAGE = 'https://arxiv.org/list/cs.LG/new';

function extract(...args: string[]) {
  const { INIT_CWD: _, ...env } = process.env;
  const command = ['--import', 'tsx', 'scripts/extract.ts', ...args];
  return spawnSync(process.execPath, command, { env, encoding: 'utf8' });
}

describe('extract', () => {
  it('prints the papers, and how many entries could not be read', () => {
    const { stdout, stderr, status } = extract(PAGE, '--url', URL_OF_PAGE);
    const expected = fixtures().find(({ name }) => name === 'arxiv-list.broken')?.papers;
    expect(JSON.parse(stdout)).toEqual(expected);
    expect(stderr).toBe('Entries that could not be read: 6\n');
    expect(status).toBe(0);
  });

  it('tells how it is used', () => {
    expect(extract('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Usage:/),
    });
  });

  it.each([
    [['--url', URL_OF_PAGE], 2, /^No file given/],
    [[PAGE], 2, /^No --url given/],
    [[PAGE, '--link', URL_OF_PAGE], 2, /--link/],
    [[PAGE, PAGE, '--url', URL_OF_PAGE], 2, /^One file at a time/],
    [['missing.html', '--url', URL_OF_PAGE], 1, /^Cannot read missing\.html/],
    [[PAGE, '--url', 'soon'], 1, /^Not an address: soon/],
    [[PAGE, '--url', 'https://example.org/'], 1, /Supported:\n {2}arXiv list: https:/],
  ])('refuses %j', (args, status, message) => {
    const result = extract(...args);
    expect(result).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(message) });
  });
});
