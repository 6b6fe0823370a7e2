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

/** How long its script takes to mark the terms, in milliseconds; painting is not in it. */
export async function timeMarkJs(
  session: Session,
  entries: number,
  terms: readonly string[],
): Promise<number> {
  const { page } = await openPage(session, plainUrl(entries), { controls: 0, marks: 0 });
  await page.addScriptTag({ content: SOURCE });
  const time = await page.evaluate(run, [...terms]);
  await page.close();
  return time;
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
