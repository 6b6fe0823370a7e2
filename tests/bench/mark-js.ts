/** mark.js doing the same highlighting, in a page without Winnow's rules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Mark from 'mark.js';
import { openPage } from './measure';
import { plainUrl, type Session } from './session';

const SOURCE = readFileSync(
  createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'),
  'utf8',
);

/** It would take minutes on more entries, so there its time is reckoned from so many. */
const ENTRIES_AT_MOST = 250;

/** What was done to get the time, for the table. */
export function noteOnMarkJs(entries: number): string {
  if (entries <= ENTRIES_AT_MOST) return 'mark.js: one round';
  const factor = entries / ENTRIES_AT_MOST;
  return `mark.js: one round on ${ENTRIES_AT_MOST} entries, times ${factor} (it grows no slower)`;
}

/** How long its script takes to mark the terms, in milliseconds; painting is not in it. */
export async function timeMarkJs(
  session: Session,
  wanted: number,
  terms: readonly string[],
): Promise<number> {
  const entries = Math.min(wanted, ENTRIES_AT_MOST);
  session.listing(entries);
  const { page } = await openPage(session, plainUrl(entries), { controls: 0, marks: 0 });
  await page.addScriptTag({ content: SOURCE });
  const time = await page.evaluate(run, [...terms]);
  await page.close();
  return time * (wanted / entries);
}

function run(terms: string[]): Promise<number> {
  const { Mark: MarkJs } = globalThis as unknown as { Mark: typeof Mark };
  const list = document.querySelector<HTMLElement>('#articles');
  if (!list) throw new Error('The listing has gone.');
  const start = performance.now();
  return new Promise((resolve) => {
    new MarkJs(list).mark(terms, {
      separateWordSearch: false,
      accuracy: 'exactly',
      done: () => resolve(performance.now() - start),
    });
  });
}
