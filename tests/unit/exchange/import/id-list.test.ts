// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParseResult } from '@/lib/exchange/formats/parsed-paper';
import { readIdList } from '@/lib/exchange/import/id-list';

function idsIn(text: string): string[] {
  return [...readIdList(text)].map((found) => said(found));
}

function said(found: ParseResult): string {
  if (!('paper' in found)) return `unreadable in ${found.unreadable.place}`;
  const { arxivId, version, doi } = found.paper;
  return doi ? `doi:${doi}` : `${arxivId}${version ? `v${version}` : ''}`;
}

describe('one paper, however it is written', () => {
  test.each([
    ['2410.11842', '2410.11842'],
    ['2410.11842v2', '2410.11842v2'],
    ['arXiv:2410.11842', '2410.11842'],
    ['arxiv: 2410.11842v3 [cs.LG]', '2410.11842v3'],
    ['ARXIV 2410.11842', '2410.11842'],
    ['0704.0001', '0704.0001'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['hep-th/9901001v2', 'hep-th/9901001v2'],
    ['math.AG/0309136', 'math/0309136'],
    ['arXiv:cond-mat/0309136v1', 'cond-mat/0309136v1'],
    ['https://arxiv.org/abs/2410.11842', '2410.11842'],
    ['http://www.arxiv.org/abs/2410.11842v1', '2410.11842v1'],
    ['https://arxiv.org/pdf/2410.11842', '2410.11842'],
    ['https://arxiv.org/pdf/2410.11842v2.pdf#page=3', '2410.11842v2'],
    ['https://arxiv.org/html/2410.11842v2/', '2410.11842v2'],
    ['https://arxiv.org/html/2410.11842v2#S3.F2', '2410.11842v2'],
    ['https://export.arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/pdf/hep-th/9901001v1.pdf', 'hep-th/9901001v1'],
    ['https://arxiv.org/abs/2410.11842?context=cs.CL', '2410.11842'],
    ['arxiv.org/abs/2410.11842', '2410.11842'],
    ['https://huggingface.co/papers/2410.11842', '2410.11842'],
    ['https://huggingface.co/papers/2410.11842#community', '2410.11842'],
    ['hf.co/papers/2410.11842', '2410.11842'],
    ['https://www.alphaxiv.org/abs/2410.11842v2', '2410.11842v2'],
    ['https://alphaxiv.org/overview/2410.11842', '2410.11842'],
    ['https://ar5iv.labs.arxiv.org/html/2410.11842', '2410.11842'],
    ['https://doi.org/10.48550/arXiv.2410.11842', '2410.11842'],
    ['10.48550/arxiv.2410.11842', '2410.11842'],
    ['https://doi.org/10.48550/arXiv.hep-th/9901001', 'hep-th/9901001'],
    ['https://scirate.com/arxiv/2410.11842', '2410.11842'],
    ['https://www.semanticscholar.org/arXiv:2410.11842', '2410.11842'],
    ['doi:10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['https://doi.org/10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['https://dx.doi.org/10.1000%2FABC-1', 'doi:10.1000/abc-1'],
    ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    [
      'https://link.springer.com/article/10.1007/s11263-015-0816-y?x=1',
      'doi:10.1007/s11263-015-0816-y',
    ],
    ['10.1016/S0140-6736(20)30183-5', 'doi:10.1016/s0140-6736(20)30183-5'],
    ['10.1000/2410.11842', 'doi:10.1000/2410.11842'],
  ])('%s', (text, id) => {
    expect(idsIn(text)).toEqual([id]);
    expect(idsIn(`  ${text}\r\n`)).toEqual([id]);
    expect(idsIn(`See (${text}), and so on.`)).toEqual([id]);
    expect(idsIn(`- [a paper](${text}) — “${text}”.`)).toEqual([id]);
  });
});

test('prose with several papers, each told once and in order', () => {
  const text = `Read arXiv:2410.11842 first,\nthen https://arxiv.org/abs/hep-th/9901001v2; again 2410.11842.\nAnd 10.1145/3292500.3330701!`;
  expect(idsIn(text)).toEqual(['2410.11842', 'hep-th/9901001v2', 'doi:10.1145/3292500.3330701']);
});

test('numbers that are no ids are none', () => {
  expect(
    idsIn('It costs 1234.5678 in 2024.1234 or 2413.12345 or 1502.1234 ways, 3.14159 times'),
  ).toEqual([]);
  expect(idsIn('12410.11842 2410.118425 2410.11842.5 a2410.11842')).toEqual([]);
  expect(idsIn('meet me and/or him on 2024/01/02')).toEqual([]);
});

test('a line that was meant to name a paper and does not is told of', () => {
  const text =
    '2410.11842\n\nhttps://example.org/about\narXiv:2410.1\nA heading of words\nblah\n2410.11843';
  expect(idsIn(text)).toEqual([
    ...['2410.11842', 'unreadable in 3', 'unreadable in 4', 'unreadable in 6', '2410.11843'],
  ]);
});

test('places are lines', () => {
  const places = [...readIdList('a b c\n2410.11842 2410.11843\n\n2410.11844')].map((found) =>
    'paper' in found ? found.paper.place : 0,
  );
  expect(places).toEqual([2, 2, 4]);
});

test('whatever is pasted, nothing is thrown and time stays short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const _ of readIdList(text));
    }),
  );
  for (const bomb of [
    'arxiv.'.repeat(20_000),
    'a-'.repeat(50_000),
    `10.1000/${'('.repeat(20_000)}`,
  ]) {
    for (const _ of readIdList(bomb));
  }
});
