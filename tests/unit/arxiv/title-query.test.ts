// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { searchTitles } from '@/lib/arxiv/client';
import { titleQuery } from '@/lib/arxiv/title-query';
import { entryXml, feedXml } from './fake-api';

test.each([
  ['Attention Is All You Need', 'ti:attention AND ti:all AND ti:you AND ti:need'],
  ['Bounds on $\\ell_2$ for Schr\\"odinger operators', 'ti:bounds AND ti:operators'],
  [
    'Self-attention, self-taught: GPT-4 in 2024',
    'ti:self AND ti:attention AND ti:taught AND ti:gpt AND ti:2024',
  ],
  ['NOT) OR (all:a "AND"', 'ti:all'],
  ['$x$: 図書', null],
])('%s', (title, query) => {
  expect(titleQuery(title)).toBe(query);
});

test('several titles are sought at once, and what is found is told as it is', async () => {
  const fetcher = vi.fn<typeof fetch>(
    async () =>
      new Response(feedXml(entryXml({ id: '2611.00002v1' }), entryXml({ id: '2611.00001v1' }))),
  );
  const found = await searchTitles(['Lattices of moss', '$x$', 'On ferns'], fetcher);
  expect(found.map(({ id }) => id)).toEqual(['arxiv:2611.00002', 'arxiv:2611.00001']);
  const url = new URL(String(fetcher.mock.calls[0]?.[0]));
  expect(Object.fromEntries(url.searchParams)).toEqual({
    search_query: '(ti:lattices AND ti:moss) OR (ti:ferns)',
    max_results: '20',
  });
  expect(await searchTitles(['$x$'], fetcher)).toEqual([]);
  expect(fetcher).toHaveBeenCalledOnce();
});
