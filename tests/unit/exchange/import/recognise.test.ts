// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { decode } from '@/lib/exchange/import/decode';
import { recognise } from '@/lib/exchange/import/recognise';
import { LAYOUTS } from '@/tests/helpers/pasted-pages';
import type { ShownPaper } from '@/tests/helpers/shown-papers';

const PAPER: ShownPaper = {
  title: 'On Moss and Stones',
  abstract: 'We look at moss. It grows over stones. '.repeat(9).trim(),
  ...{
    authors: 3,
    organization: null,
    date: '2026-02-03',
    comments: 0,
    upvotes: 7,
    submitter: 'x',
  },
};

describe('what a text is', () => {
  test.each([
    ['bibtex', '% a comment\n@article{a, title={On Moss}}'],
    ['bibtex', '\n  @inproceedings (b, title = "x")'],
    ['ris', 'TY  - JOUR\nTI  - On Moss\nER  - \n'],
    ['csl', '[{"id":"a","type":"article","title":"On Moss"}]'],
    ['csl', '{"DOI":"10.1/x"}'],
    ['csl', '[{"type":"article","title":"On Moss"},{"type":"arti'],
    ['winnow', '{"format":"winnow","version":1,"papers":[{"id":"arx'],
    ['winnow', '{ "papers": [], "version": 1, "format": "winnow" }'],
    ['papermemory', '{"__dataVersion":1}'],
    ['papermemory', '[{"url":"https://arxiv.org/abs/2410.11842","title":"x"}]'],
    ['papermemory', '["https://arxiv.org/abs/2410.11842"]'],
    ['csv', 'Title,Authors,Year\nOn Moss,A. Ada,2024\n'],
    ['csv', 'title;doi\r\nOn Moss;10.1/x'],
    ['csv', 'Werk\tMensch\nOn Moss\tA. Ada\nOn Fern\tB. Bell'],
    ['ids', '2410.11842\n2410.11843'],
    ['ids', 'Dear all,\nplease read https://arxiv.org/abs/2410.11842, and write.\nYours'],
    [
      'ids',
      '<!doctype html>\n<style>@page {}</style>\n<a href="https://arxiv.org/abs/2410.11842">',
    ],
    ['ids', '[1] arXiv:2410.11842 [pdf]\nTitle: On Moss'],
  ])('%s', (format, text) => {
    expect(recognise(text)?.format).toBe(format);
  });

  test.each(LAYOUTS)('a page: $name', ({ page }) => {
    const papers = [PAPER, { ...PAPER, title: 'On Ferns, Again' }, { ...PAPER, title: 'On Owls' }];
    expect(recognise(page(papers))?.format).toBe('page');
  });

  test('part of a page is one, though an abstract tells an id', () => {
    const papers = ['On Moss', 'On Ferns', 'On Owls', 'On Peat'].flatMap((title, index) => [
      title,
      index === 1 ? `${PAPER.abstract} See arXiv:2410.11842.` : PAPER.abstract,
    ]);
    expect(recognise(papers.join('\n'))?.format).toBe('page');
  });

  test.each([
    '',
    '   ',
    'Hello there.',
    '{"a":1}',
    '[]',
    '<html><body>x</body></html>',
    'a,b',
    '<!DOCTYPE html>\n<h1>\nDaily Papers\n</h1>\n<a>On Moss</a>\n<p>We look at moss. It grows.</p>',
  ])('none: %j', (text) => {
    expect(recognise(text)).toBeNull();
  });
});

describe('texts that are meant to do harm', () => {
  test('nesting of a hundred thousand levels is told of, not fallen over', () => {
    for (const bomb of [
      '['.repeat(100_000),
      '{"a":'.repeat(100_000),
      `[${'['.repeat(1e5)}${']'.repeat(1e5)}]`,
    ]) {
      expect([...(recognise(bomb)?.read() ?? [])].every((found) => 'unreadable' in found)).toBe(
        true,
      );
    }
  });

  /** Each took seconds and minutes where time grows with the square of the length. */
  test.each([
    ['blank lines', '\n'.repeat(300_000)],
    ['blanks in a key', `@a{${' '.repeat(100_000)}=`],
    ['braces that are not closed', `@a{x, ${'{'.repeat(100_000)}`],
    ['comments that are not closed', '@comment{'.repeat(20_000)],
    ['blanks between names', `@a{x, title={T}, author={a${' '.repeat(100_000)}b}}`],
    ['an address of brackets', `http://a${')'.repeat(100_000)}`],
    ['an address of dots', `http://a${'.'.repeat(100_000)}x`],
    ['a line without a full stop', `Daily Papers\nOn Moss\n${'moss '.repeat(40_000)}`],
    ['a line of addresses', `Daily Papers\nOn Moss\n${'http://'.repeat(30_000)} x`],
    ['a line of blanks', `Daily Papers\nOn Moss\na${' '.repeat(200_000)}b`],
    ['rows whose quotation marks do not close', `Title,DOI\n${'On,"Moss\n'.repeat(5_000)}`],
    ['rows without quotation marks', `Title,DOI\n${'On Moss,x\n'.repeat(50_000)}`],
  ])('%s: read to the end', (_, text) => {
    for (const _found of recognise(text)?.read() ?? []);
  });

  test('macros that double do not grow', () => {
    const doubling = Array.from({ length: 60 }, (_, n) => `@string{a${n + 1} = a${n} # a${n}}`);
    const text = `@string{a0 = "moss "}\n${doubling.join('\n')}\n@article{x, title={On Moss}, note=a60}`;
    const found = [...(recognise(text)?.read() ?? [])];
    expect(found).toMatchObject([{ paper: { title: 'On Moss' } }]);
  });

  test('a file of any format that is cut off anywhere loses only what is cut', () => {
    const texts = [
      '@article{a, title={On Moss}, year=2024}\n@article{b, title={On {F}ern}, doi={10.1/x}}\n',
      'TY  - JOUR\nTI  - On Moss\nER  - \nTY  - JOUR\nTI  - On Fern\nER  - \n',
      '[{"type":"article","title":"On Moss"},{"type":"article","title":"On Fern"}]',
      'Title,DOI\nOn Moss,\n"On Fern","10.1/x"\n',
    ];
    for (const text of texts) {
      const second = text.indexOf('On Fern') < 0 ? text.indexOf('On {F}') : text.indexOf('On Fern');
      for (let length = second; length <= text.length; length += 1) {
        const found = [...(recognise(text.slice(0, length))?.read() ?? [])];
        expect(found[0], text.slice(0, length)).toMatchObject({ paper: { title: 'On Moss' } });
      }
    }
  });

  test('keys of the language stay keys', () => {
    const text =
      '[{"type":"article","title":"On Moss","__proto__":{"polluted":1},"constructor":1}]';
    expect([...(recognise(text)?.read() ?? [])]).toHaveLength(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('how a text is written', () => {
  const TEXT = 'Title,Note\nMöbius – 図,x';
  const utf16 = (text: string, isBig: boolean) => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), !isBig);
    return bytes;
  };
  const utf8 = new TextEncoder().encode(TEXT);

  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16', utf16(`\uFEFF${TEXT}`, false), 'utf-16'],
    ['UTF-16, the other way round', utf16(`\uFEFF${TEXT}`, true), 'utf-16'],
    ['UTF-16 without a mark', utf16(TEXT, false), 'utf-16'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text?.replace('\uFEFF', '')).toBe(TEXT);
  });

  test('Latin-1', () => {
    const bytes = Uint8Array.from('Möbius', (letter) => letter.charCodeAt(0));
    expect(decode(bytes)).toEqual({ text: 'Möbius', encoding: 'latin-1' });
  });

  test('UTF-8 that is cut off within a character', () => {
    const bytes = utf8.subarray(0, utf8.length - 3); // in the middle of 図
    expect(decode(bytes).encoding).toBe('utf-8');
  });

  test('what is no text is none', () => {
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6]);
    expect(decode(zip).text).toBeNull();
    const text = 'See https://arxiv.org/abs/2410.11842 of moss.\n'.repeat(100);
    for (const beginning of ['%PDF-1.7\n', 'PK\x03\x04', '{\\rtf1 ']) {
      expect(decode(new TextEncoder().encode(beginning + text)).text).toBeNull();
    }
    expect(decode(new Uint8Array()).text).toBe('');
  });
});
