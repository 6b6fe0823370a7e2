import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDoi } from '@/lib/paper';
import { arxivAbs } from '@/lib/sites/arxiv-abs';

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
