// @vitest-environment node
import { expect, test } from 'vitest';
import { paperAt } from '@/lib/sites/links';

test.each([
  ['https://arxiv.org/abs/2410.11842', 'arxiv:2410.11842'],
  ['http://arxiv.org/abs/2410.11842v3?context=cs#x', 'arxiv:2410.11842'],
  ['https://arxiv.org/abs?id=2410.11842v3', 'arxiv:2410.11842'],
  ['https://cn.arxiv.org/abs/2410.11842', 'arxiv:2410.11842'],
  ['http://xxx.de.arxiv.org/pdf/hep-th/9901001.pdf', 'arxiv:hep-th/9901001'],
  ['https://www.arxiv.org/pdf/2410.11842v1.pdf', 'arxiv:2410.11842'],
  ['https://export.arxiv.org/pdf/2410.11842', 'arxiv:2410.11842'],
  ['https://arxiv.org/html/2410.11842v2/', 'arxiv:2410.11842'],
  ['https://arxiv.org/abs/math.AG/0309136v1', 'arxiv:math/0309136'],
  ['https://huggingface.co/papers/2410.11842', 'arxiv:2410.11842'],
  ['https://hf.co/papers/2410.11842', 'arxiv:2410.11842'],
  ['https://doi.org/10.48550/arXiv.2410.11842', 'arxiv:2410.11842'],
])('%s is %s', (address, id) => expect(paperAt(address)).toBe(id));

test.each([
  'https://arxiv.org/abs/',
  'https://arxiv.org/list/cs.LG/new',
  'https://arxiv.org.example.com/abs/2410.11842',
  'https://notarxiv.org/abs/2410.11842',
  'https://huggingface.co/papers/trending',
  'https://huggingface.co/papers/date/2026-11-20',
  'https://doi.org/10.1000/182',
  'javascript:2410.11842',
  'ftp://arxiv.org/abs/2410.11842',
  '2410.11842',
  '',
])('%s is no paper', (address) => expect(paperAt(address)).toBeNull());
