import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useList, usePapers } from '@/components/live-lists/use-list';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import type { Paper } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { type ListQuery, READING_LIST } from '@/lib/protocol/list-query';
import { idOf, makePaper } from '../helpers/papers';

const db = openDatabase();
const commands = createCommands(db);

afterEach(async () => {
  await db.delete();
  await db.open();
});

async function run(paper: Paper, change: Change) {
  const papers = [{ id: paper.id, paper }];
  expect((await commands.run({ op: crypto.randomUUID(), change, papers })).ok).toBe(true);
}

const STAR: Change = { kind: 'star', value: true };
const attention = makePaper({ id: idOf(1), title: 'Attention, once more' });
const bridges = makePaper({ id: idOf(2), title: 'Schrödinger bridges' });

/** The titles on a list, as an interface shows them. */
function useTitles(query: ListQuery): (string | undefined)[] | undefined {
  const answer = useList(query);
  const nums = [...(answer?.nums ?? [])];
  const papers = usePapers(nums);
  return answer && nums.map((num) => papers.get(num)?.meta.title);
}

test('lists follow what is written and what is asked', async () => {
  await run(attention, STAR);
  const { result, rerender } = renderHook(useTitles, { initialProps: READING_LIST });
  await waitFor(() => expect(result.current).toEqual([attention.title]));
  await run(bridges, STAR);
  await waitFor(() => expect(result.current).toEqual([bridges.title, attention.title]));
  rerender({ ...READING_LIST, search: 'schrodinger' });
  await waitFor(() => expect(result.current).toEqual([bridges.title]));
  await run(bridges, { kind: 'dismiss', value: true });
  await waitFor(() => expect(result.current).toEqual([]));
});

test('papers in view follow what is written to them', async () => {
  await run(attention, STAR);
  const { result } = renderHook(() => usePapers([0]));
  await waitFor(() => expect(result.current.get(0)?.triage.starred).toBe(true));
  await run(attention, { kind: 'note', value: 'Again.' });
  await waitFor(() => expect(result.current.get(0)?.triage.note).toBe('Again.'));
});

test('papers that stay as they are need not be drawn again', async () => {
  await run(attention, STAR);
  await run(bridges, STAR);
  const { result } = renderHook(() => usePapers([0, 1]));
  const notes = () => [...result.current.values()].map(({ triage }) => triage.note);
  await waitFor(() => expect(notes()).toEqual(['', ''])); // not as the last test left them
  const before = result.current.get(0);
  await run(bridges, { kind: 'note', value: 'Again.' });
  await waitFor(() => expect(notes()).toEqual(['', 'Again.']));
  expect(result.current.get(0)).toBe(before);
});
