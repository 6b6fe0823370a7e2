import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DuplicateGroup } from '@/components/duplicates/duplicate-group';
import type { PaperId } from '@/lib/paper';
import { makeRecord } from '../helpers/exchange';

afterEach(cleanup);

test('papers are told apart by ids as people know them, else by their titles', () => {
  const ids: PaperId[] = ['arxiv:2104.01234', 'doi:10.1000/182', 'title:on moss'];
  const papers = ids.map((id, n) => makeRecord({ id, title: 'On Moss' }, {}, 0, n));
  render(<DuplicateGroup papers={papers} onMerge={() => {}} onKeepApart={() => {}} />);
  const names = ['Keep arXiv:2104.01234', 'Keep doi:10.1000/182', 'Keep On Moss'];
  for (const name of names) screen.getByRole('radio', { name });
  expect(document.body.textContent).not.toMatch(/arxiv:|title:/);
});
