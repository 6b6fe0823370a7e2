// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperAt, paperLinkedTo } from '@/lib/sites/links';

const PAPERS = [
  ['https://arxiv.org/abs/2410.11842', 'arxiv:2410.11842'],
  ['http://arxiv.org/abs/2410.11842v3?context=cs#x', 'arxiv:2410.11842'],
  ['https://arxiv.org/abs?id=2410.11842v3', 'arxiv:2410.11842'],
  ['https://cn.arxiv.org/abs/2410.11842', 'arxiv:2410.11842'],
  ['http://xxx.de.arxiv.org/pdf/hep-th/9901001.pdf', 'arxiv:hep-th/9901001'],
  ['https://www.arxiv.org/pdf/2410.11842v1.pdf', 'arxiv:2410.11842'],
  ['https://export.arxiv.org/pdf/2410.11842', 'arxiv:2410.11842'],
  ['https://arxiv.org/html/2410.11842v2/', 'arxiv:2410.11842'],
  ['https://arxiv.org/abs/math.AG/0309136v1', 'arxiv:math/0309136'],
  ['https://arxiv.org/format/2410.11842v2', 'arxiv:2410.11842'],
  ['https://arxiv.org/ps/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/e-print/2410.11842', 'arxiv:2410.11842'],
  ['https://huggingface.co/papers/2410.11842', 'arxiv:2410.11842'],
  ['https://hf.co/papers/2410.11842', 'arxiv:2410.11842'],
  ['https://www.alphaxiv.org/abs/2410.11842v2', 'arxiv:2410.11842'],
  ['https://alphaxiv.org/overview/2410.11842', 'arxiv:2410.11842'],
  ['https://www.alphaxiv.org/zh/overview/2410.11842v1', 'arxiv:2410.11842'],
  ['https://alphaxiv.org/pdf/hep-th/9901001v1.pdf', 'arxiv:hep-th/9901001'],
  ['https://ar5iv.labs.arxiv.org/html/2410.11842', 'arxiv:2410.11842'],
  ['https://ar5iv.org/abs/math/0309136', 'arxiv:math/0309136'],
  ['https://scirate.com/arxiv/2410.11842', 'arxiv:2410.11842'],
  ['https://doi.org/10.48550/arXiv.2410.11842', 'arxiv:2410.11842'],
  ['http://dx.doi.org/10.48550/ARXIV.2410.11842', 'arxiv:2410.11842'],
  ['https://doi.org/10.1000/182', 'doi:10.1000/182'],
  ['https://doi.org/10.1103/PhysRevLett.116.061102?x=1', 'doi:10.1103/physrevlett.116.061102'],
  ['https://dx.doi.org/10.1016/S0140-6736(20)30183-5', 'doi:10.1016/s0140-6736(20)30183-5'],
  ['https://doi.org/10.1002%2Fabc', 'doi:10.1002/abc'],
] as const;

const OTHERS = [
  'https://arxiv.org/abs/',
  'https://arxiv.org/list/cs.LG/new',
  'https://arxiv.org/format/soon',
  'https://arxiv.org.example.com/abs/2410.11842',
  'https://notarxiv.org/abs/2410.11842',
  'https://huggingface.co/papers/trending',
  'https://huggingface.co/papers/date/2026-11-20',
  'https://alphaxiv.org/explore',
  'https://alphaxiv.org/@someone/abs/soon',
  'https://notalphaxiv.org/abs/2410.11842',
  'https://ar5iv.labs.arxiv.org/',
  'https://scirate.com/?date=2026-11-20',
  'https://doi.org/',
  'https://doi.org/10.48550/arXiv.soon',
  'https://doi.org/%E0%A4%A',
  'https://notdoi.org/10.1000/182',
  'https://example.com/10.1000/182',
  'javascript:2410.11842',
  'ftp://arxiv.org/abs/2410.11842',
  '2410.11842',
  '',
];

describe('paperAt', () => {
  test.each(PAPERS)('%s is %s', (address, id) => expect(paperAt(address)).toBe(id));
  test.each(OTHERS)('%s is no paper', (address) => expect(paperAt(address)).toBeNull());
});

const WRAPPERS: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => `https://www.google.com/url?sa=t&url=${encodeURIComponent(address)}&usg=x`,
  (address) => `https://duckduckgo.com/l/?uddg=${encodeURIComponent(address)}&rut=1f`,
  (address) => {
    const encoded = Buffer.from(address).toString('base64url');
    return `https://www.bing.com/ck/a?!&&p=77&u=a1${encoded}&ntb=1`;
  },
];

describe('paperLinkedTo', () => {
  test('leads through the redirects of search engines', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAPERS), fc.constantFrom(...WRAPPERS), ([to, id], wrap) => {
        expect(paperLinkedTo(wrap(to))).toBe(id);
      }),
    );
  });

  test.each([
    ...OTHERS,
    'https://www.bing.com/ck/a?u=a1%25%25%25',
    'https://www.bing.com/ck/a?u=aHR0cHM6Ly9hcnhpdi5vcmc',
    'https://www.google.com/search?q=arxiv+2410.11842',
  ])('%s leads to none', (address) => expect(paperLinkedTo(address)).toBeNull());

  test('answers for every address there is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (address) => {
        expect(paperLinkedTo(address)).toBeNull();
      }),
    );
  });
});
