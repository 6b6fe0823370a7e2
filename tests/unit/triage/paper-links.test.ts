// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperId } from '@/lib/paper';
import { linkActionsOf, markdownLink, urlToOpen } from '@/lib/triage/paper-links';

const ARXIV: PaperId = 'arxiv:2611.00001';
const DOI = 'doi:10.1000/a(b)' as PaperId;
const TITLE_ALONE = 'title:a paper' as PaperId;

describe('what there is', () => {
  test.each([
    [ARXIV, ['openPdf', 'openHtml', 'copyLink', 'copyMarkdown', 'copyBibtex']],
    [DOI, ['copyLink', 'copyMarkdown', 'copyBibtex']],
    [TITLE_ALONE, ['copyBibtex']],
  ])('of %s', (id, actions) => expect(linkActionsOf(id)).toEqual(actions));

  test('is opened where arXiv has it', () => {
    expect(urlToOpen('openPdf', { id: ARXIV })).toBe('https://arxiv.org/pdf/2611.00001');
    expect(urlToOpen('openHtml', { id: ARXIV })).toBe('https://arxiv.org/html/2611.00001');
    expect(urlToOpen('openPdf', { id: DOI })).toBeNull();
    expect(urlToOpen('openCode', { id: DOI })).toBeNull();
    expect(urlToOpen('openCode', { id: DOI, codeUrl: 'https://example.com/code' })).toBe(
      'https://example.com/code',
    );
    expect(urlToOpen('openCode', { id: DOI, codeUrl: 'javascript:alert(1)' })).toBeNull();
  });
});

describe('a Markdown link', () => {
  test('names the paper', () => {
    expect(markdownLink({ id: ARXIV, title: 'A paper' })).toBe(
      '[A paper](<https://arxiv.org/abs/2611.00001>)',
    );
    expect(markdownLink({ id: TITLE_ALONE, title: 'A paper' })).toBeNull();
  });

  test('is one link, whatever the title', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'[]()\\`*_<>!a \n'), maxLength: 20 });
    fc.assert(
      fc.property(odd, (title) => {
        const [, text = ''] = /^\[(.*)\]\(<https:[^<>]*>\)$/s.exec(
          markdownLink({ id: ARXIV, title }) ?? '',
        ) ?? [null, undefined];
        // Every sign that could end or nest the link is escaped.
        expect(text.replace(/\\./gs, '')).not.toMatch(/[[\]\\`*_<>\n]/);
        expect(text.replace(/\\(.)/gs, '$1')).toBe(title.replace(/\s+/g, ' '));
      }),
    );
  });
});
