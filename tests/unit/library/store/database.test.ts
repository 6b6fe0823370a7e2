// @vitest-environment node
/** A library that cannot be opened now may be opened later, without a restart. */
import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createQueries } from '@/lib/library/queries/queries';
import { failNextWrite } from '../../../helpers/library';
import { makePaper } from '../../../helpers/papers';

const macrotask = () => new Promise((resolve) => setTimeout(resolve));

test('opened while the disk is full, it says so to all that waits, and opens once there is room', async () => {
  const db = openDatabase('winnow-opened-on-a-full-disk');
  const paper = makePaper();
  const star = () => ({
    op: crypto.randomUUID(),
    change: { kind: 'star', value: true } as const,
    papers: [{ id: paper.id, paper }],
  });
  const { run } = createCommands(db);
  const { states } = createQueries(db);

  for (const _ of ['full', 'still full']) {
    failNextWrite('state', 'throws', 'QuotaExceededError');
    const [refused, , unread] = await Promise.allSettled([
      run(star()),
      run(star()),
      states([paper.id]),
    ]);
    expect(refused).toMatchObject({ value: { ok: false, code: 'storage-full' } });
    expect(unread).toMatchObject({ status: 'rejected' });
    await macrotask();
  }

  expect(await run(star())).toMatchObject({ ok: true });
  expect((await states([paper.id]))[paper.id]?.starred).toBe(true);
  await db.delete();
});

test('closed by us, it stays closed', async () => {
  const db = openDatabase('winnow-closed');
  failNextWrite('state', 'throws', 'QuotaExceededError');
  const opening = db.open();
  await expect(opening).rejects.toThrow();
  db.close();
  await macrotask();
  await expect(createQueries(db).states([makePaper().id])).rejects.toThrow();
  await db.delete();
});
