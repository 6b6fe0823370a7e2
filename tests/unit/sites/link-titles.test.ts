// @vitest-environment node
import { expect, test } from 'vitest';
import { titleInLink } from '@/lib/sites/link-titles';

const ID = 'arxiv:1706.03762';

test.each([
  ['Attention Is All You Need', 'Attention Is All You Need'],
  ['  Attention\n Is All  You Need ', 'Attention Is All You Need'],
  ['[1706.03762] Attention Is All You Need', 'Attention Is All You Need'],
  ['arXiv:1706.03762v7: Attention Is All You Need', 'Attention Is All You Need'],
  ['[1706.03762] Attention Is All You Need - arXiv', 'Attention Is All You Need'],
  ['Attention Is All You Need | alphaXiv', 'Attention Is All You Need'],
  ['Mamba: Linear-Time Sequence Modeling', 'Mamba: Linear-Time Sequence Modeling'],
  ['3D Gaussians for All', '3D Gaussians for All'],
  ['注意力机制就是您所需要的一切', '注意力机制就是您所需要的一切'],
])('“%s” is the title “%s”', (text, title) => expect(titleInLink(text, ID)).toBe(title));

test.each([
  '',
  'PDF',
  '[12]',
  'arXiv:1706.03762',
  'arXiv:1706.03762 [cs.CL] 12 Jun 2017',
  'arXiv:1706.03762v7 [cs.CL] 12 Jun',
  'Paper • 1706.03762 • Published Jun 12, 2017 • 34',
  'https://arxiv.org/abs/1706.03762',
  'View the whole PDF',
  'Read this later',
  'the original transformer paper',
  'Vaswani et al., 2017',
  'Vaswani and many others (2017)',
  'Vaswani and Shazeer, 2017a',
  'Attention Is All …',
  'Attention Is All You...',
  'Our paper on it',
  `So ${'very '.repeat(200)}long`,
])('“%s” may be something else', (text) => expect(titleInLink(text, ID)).toBeNull());
