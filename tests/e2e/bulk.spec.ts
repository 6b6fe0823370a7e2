import type { Page } from '@playwright/test';
import { EMPTY_METADATA, type PaperId } from '@/lib/paper';
import type { Command } from '@/lib/protocol/command';
import { expect, test } from '../helpers/extension';

/** Many steps of the command, and some seconds of work. */
const MANY = 5_000;

const idOf = (n: number): PaperId => `arxiv:2611.${String(n).padStart(5, '0')}`;

function command(op: string): Command {
  const papers = Array.from({ length: MANY }, (_, n) => ({
    id: idOf(n),
    paper: { ...EMPTY_METADATA, id: idOf(n), title: `Paper ${n}`, source: 'arxiv' as const },
  }));
  return { op, change: { kind: 'tag', tag: 'all of it', value: true }, papers };
}

type Reply = { readonly answer?: { readonly ok: boolean; readonly text?: string } } | null;

/** Asks the background once, as a page of the extension may; `null` when no answer came. */
function askOnce(page: Page, winnow: string, payload: unknown): Promise<Reply> {
  return page.evaluate(
    async (request) => {
      const reply: unknown = await chrome.runtime.sendMessage(request).catch(() => null);
      return (reply ?? null) as Reply;
    },
    { winnow, payload },
  );
}

/** How many papers carry the tag. */
async function tagged(page: Page): Promise<number> {
  let count = 0;
  for (let from = 0; from < MANY; from += 1_000) {
    const ids = Array.from({ length: 1_000 }, (_, n) => idOf(from + n));
    const reply = await askOnce(page, 'states', ids);
    const states = (reply?.answer ?? {}) as Record<PaperId, { tags: readonly string[] }>;
    count += Object.values(states).filter(({ tags }) => tags.includes('all of it')).length;
  }
  return count;
}

/** Resolves when a command tells that it has come so far, and has not come to its end. */
function reached(page: Page, op: string, share: number): Promise<number> {
  return page.evaluate(
    ([op, share]) =>
      new Promise<number>((resolve) => {
        chrome.runtime.onMessage.addListener((message) => {
          const { progress } = message as {
            progress?: { op: string; done: number; total: number };
          };
          if (progress?.op !== op || progress.done < share * progress.total) return;
          if (progress.done < progress.total) resolve(progress.done);
        });
      }),
    [op, share] as const,
  );
}

test('the worker is killed between the steps of a bulk command: nothing of it, then all of it once', async ({
  openPopup,
  killWorker,
}) => {
  test.setTimeout(180_000);
  const page = await openPopup();
  const op = crypto.randomUUID();

  for (const share of [0.1, 0.6]) {
    const midway = reached(page, op, share);
    const lost = askOnce(page, 'run', command(op));
    await midway;
    await killWorker();
    expect(await lost).toBeNull(); // it was in the middle of it: nobody was told "saved"
    expect(await tagged(page)).toBe(0);
  }

  expect(await askOnce(page, 'run', command(op))).toMatchObject({ answer: { ok: true } });
  await killWorker();
  expect(await askOnce(page, 'run', command(op))).toMatchObject({ answer: { ok: true } });
  expect(await tagged(page)).toBe(MANY);

  const undone = await askOnce(page, 'undoLatest', crypto.randomUUID());
  expect(undone).toMatchObject({ answer: { ok: true, text: expect.stringContaining('Undid: ') } });
  expect(await tagged(page)).toBe(0);
  // There was one command, however often it was sent.
  expect(await askOnce(page, 'undoLatest', crypto.randomUUID())).toMatchObject({
    answer: { ok: false },
  });
});

test('a bulk command of the library page goes on by itself when the worker is killed', async ({
  page,
  extensionId,
  killWorker,
}) => {
  test.setTimeout(180_000);
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  const kept = await askOnce(page, 'run', command(crypto.randomUUID()));
  expect(kept).toMatchObject({ answer: { ok: true } });
  const starred = page.getByRole('button', { name: /^Star: /, pressed: true });
  await expect(page.getByRole('article').first()).toBeVisible();

  await page.getByRole('article').first().click();
  await page.keyboard.press('Control+a');
  const bulk = page.getByRole('toolbar', { name: 'Selected papers' });
  await bulk.getByRole('button', { name: 'Star', exact: true }).click();
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await killWorker();

  const undo = page.getByRole('status').getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('status').filter({ hasText: 'Starred 5,000 papers' })).toBeVisible();
  await expect(starred.first()).toBeVisible();
  await undo.click();
  await expect(starred).toHaveCount(0, { timeout: 60_000 });
  expect(await tagged(page)).toBe(MANY); // what was done before stays
});
