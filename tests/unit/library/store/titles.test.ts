// @vitest-environment node
import { expect, test } from 'vitest';
import { titleId, titleKey } from '@/lib/library/store/titles';

test.each([
  ['Éléments of $\\ell_2$-Bounds', 'title:elements of ell 2 bounds'],
  ['ガメラの研究', 'title:カメラの研究'],
  ['क्रम की खोज', 'title:करम क खज'],
  ['한국어 연구', `title:${'한국어 연구'.normalize('NFKD')}`],
  ['¿?', null],
])('ids of titles are what they always were: %s', (title, id) => {
  expect(titleId(title)).toBe(id);
});

test('titles of other words are not the same, though their ids may be', () => {
  expect(titleKey('ガメラの研究')).not.toBe(titleKey('カメラの研究'));
});
