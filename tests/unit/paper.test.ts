import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseDoi, webUrl, writtenId } from '@/lib/paper';
import { PaperSchema } from '@/lib/protocol/paper';
import { arxivAbs } from '@/lib/sites/arxiv-abs';
import { makePaper, tooLong } from '../helpers/papers';

describe('the DOI of a published version', () => {
  test.each([
    ['10.1103/PhysRevD.1', '10.1103/physrevd.1'],
    ['https://doi.org/10.1000/ABC(1)', '10.1000/abc(1)'],
    ['doi:10.1000/182.', '10.1000/182'],
    ['see 10.1000/1, 10.1000/2', '10.1000/1'],
  ])('is read from %j', (text, doi) => {
    expect(parseDoi(text)).toBe(doi);
  });

  test.each(['', 'soon', '10.1/x', '110.1000/182', 'https://doi.org/10.48550/arXiv.2611.00001'])(
    'is not in %j',
    (text) => {
      expect(parseDoi(text)).toBeNull();
    },
  );

  test('is on the page of a paper', () => {
    const html = readFileSync('tests/fixtures/pages/arxiv-abs.html', 'utf8');
    const page = new DOMParser().parseFromString(html, 'text/html');
    const [row] = arxivAbs.rows(page);
    expect(row && 'read' in row && row.read().doi).toBe('10.99999/jio.2026.101');
  });
});

const UNSAFE = [
  ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//github.com/a/b', 'a/b'],
  ...['https://', 'https://github.com@evil.example/a', 'https://u:p@evil.example/', ''],
  `https://long.example/${'x'.repeat(2_000)}`,
];

describe('a link that a page or a file tells', () => {
  test.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['https://a.example/x y?q=<b>', 'https://a.example/x%20y?q=%3Cb%3E'],
  ])('is kept as browsers write it: %s', (link, kept) => {
    expect(webUrl(link)).toBe(kept);
    expect(webUrl(kept)).toBe(kept);
  });

  test.each(UNSAFE)('is not kept: %s', (link) => {
    expect(webUrl(link)).toBeNull();
  });

  test.each(UNSAFE)('is refused where papers come in: %s', (link) => {
    for (const field of ['codeUrl', 'projectUrl']) {
      expect(v.is(PaperSchema, makePaper({ [field]: link }))).toBe(false);
      expect(v.is(PaperSchema, makePaper({ [field]: 'https://github.com/a/b' }))).toBe(true);
    }
  });
});

test('stars are a count, and a summary is no book', () => {
  for (const codeStars of [-1, 1.5, Number.NaN, 1e300]) {
    expect(v.is(PaperSchema, makePaper({ codeStars }))).toBe(false);
  }
  expect(v.is(PaperSchema, makePaper({ aiSummary: tooLong('text') }))).toBe(false);
});

test('pages that were open before an update tell nothing of code, project and summary', () => {
  const { codeUrl, codeStars, projectUrl, aiSummary, ...older } = makePaper();
  expect(v.parse(PaperSchema, older)).toMatchObject({ codeUrl, codeStars, projectUrl, aiSummary });
});

test('ids are written as people know them', () => {
  expect(writtenId('arxiv:2104.01234')).toBe('arXiv:2104.01234');
  expect(writtenId('arxiv:hep-th/9901001')).toBe('arXiv:hep-th/9901001');
  expect(writtenId('doi:10.1000/182')).toBe('doi:10.1000/182');
  expect(writtenId('title:on handles')).toBeNull();
});
