import type { Page } from '@playwright/test';
import { EMPTY_METADATA } from '@/lib/paper';
import { expect, test } from '../helpers/extension';

/** Many steps of the command, and some seconds of work. */
const MANY = 5_000;

type Reply = { readonly ok: boolean; readonly text?: string } | null;

/** Asks the background once, as a page of the extension may; `null` when no answer came. */
function askOnce(page: Page, winnow: string, payload: unknown): Promise<Reply> {
  return page.evaluate(
    async (request) => {
      const reply = await chrome.runtime.sendMessage(request).catch(() => null);
      return (reply?.answer ?? null) as Reply;
    },
    { winnow, payload },
  );
}

/** Tags many papers with one command, once. The page makes the papers, and keeps what it is told of each. */
function runOnce(page: Page, op: string): Promise<Reply> {
  return page.evaluate(
    async ({ op, many, metadata }) => {
      const papers = Array.from({ length: many }, (_, n) => {
        const id = `arxiv:2611.${String(n).padStart(5, '0')}`;
        return { id, paper: { ...metadata, id, title: `Paper ${n}`, source: 'arxiv' } };
      });
      const payload = { op, change: { kind: 'tag', tag: 'all of it', value: true }, papers };
      const reply = await chrome.runtime.sendMessage({ winnow: 'run', payload }).catch(() => null);
      return reply?.answer ? { ok: reply.answer.ok, text: reply.answer.text } : null;
    },
    { op, many: MANY, metadata: EMPTY_METADATA },
  );
}

/** How many papers carry the tag. */
function tagged(page: Page): Promise<number> {
  return page.evaluate(async (many) => {
    const ids = Array.from({ length: many }, (_, n) => `arxiv:2611.${String(n).padStart(5, '0')}`);
    const { answer } = await chrome.runtime.sendMessage({ winnow: 'states', payload: ids });
    const states: { tags: string[] }[] = Object.values(answer);
    return states.filter(({ tags }) => tags.includes('all of it')).length;
  }, MANY);
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
    const lost = runOnce(page, op);
    await midway;
    await killWorker();
    expect(await lost).toBeNull(); // it was in the middle of it: nobody was told "saved"
    expect(await tagged(page)).toBe(0);
  }

  expect(await runOnce(page, op)).toMatchObject({ ok: true });
  await killWorker();
  expect(await runOnce(page, op)).toMatchObject({ ok: true });
  expect(await tagged(page)).toBe(MANY);

  const undone = await askOnce(page, 'undoLatest', crypto.randomUUID());
  expect(undone).toMatchObject({ ok: true, text: expect.stringContaining('Undid: ') });
  expect(await tagged(page)).toBe(0);
  // There was one command, however often it was sent.
  expect(await askOnce(page, 'undoLatest', crypto.randomUUID())).toMatchObject({ ok: false });
});

test('a bulk command of the library page goes on by itself when the worker is killed', async ({
  page,
  extensionId,
  killWorker,
}) => {
  test.setTimeout(180_000);
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  const kept = await runOnce(page, crypto.randomUUID());
  expect(kept).toMatchObject({ ok: true });
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
