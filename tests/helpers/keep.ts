import { expect, type Page } from '@playwright/test';
import type { Paper } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';

/** Has the library keep papers, as the extension's own pages may ask. */
export async function keep(page: Page, change: Change, papers: readonly Paper[]): Promise<void> {
  const answer = await page.evaluate(
    ([change, papers]) =>
      chrome.runtime.sendMessage({
        winnow: 'run',
        payload: {
          op: crypto.randomUUID(),
          change,
          papers: papers.map((paper) => ({ id: paper.id, paper })),
        },
      }),
    [change, papers] as const,
  );
  expect(answer.answer.ok).toBe(true);
}
