/** A large file imported, as a person does it on the library page. */
import type { Page } from '@playwright/test';
import { type BenchDexie, startDexie } from '../dexie';
import type { Session } from '../session';
import { Samples } from '../statistics';
import type { Line } from '../table';
import { longest, traced } from '../trace';
import type { Job } from './job';

const PAPERS = 100_000;
/** A round takes minutes. */
const MOST_ROUNDS = 3;
const LONG = { timeout: 600_000 };

export const imports: Job = {
  name: 'imports',
  async run(session, { rounds }) {
    const samples = new Samples();
    const file = csvOf(PAPERS);
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
      await session.reset([]);
      const floor = await putAll(session);
      samples.add({ ...(await importFile(session, file)), floor });
    }
    const n = PAPERS.toLocaleString('en');
    return [
      {
        job: `${n} papers of a table read`,
        ours: samples.of('read'),
        note: 'from the file to the preview',
      },
      {
        job: `${n} papers imported`,
        ...{ ours: samples.of('written'), floor: samples.of('floor'), goal: { times: 2 } },
        note: 'the floor is one Dexie bulkPut of such records, without any index of texts',
      },
      {
        job: `${n} papers imported: longest task of the page`,
        ours: samples.of('task'),
        unit: 'ms',
      },
    ] satisfies Line[];
  },
};

function csvOf(papers: number): Buffer {
  const lines = Array.from(
    { length: papers },
    (_, n) =>
      `2611.${String(n).padStart(5, '0')},Paper ${n} on things,"Ada Byte, Grace Hopper",${'word '.repeat(60)},2026-11-02,later`,
  );
  return Buffer.from(`arXiv id,Title,Authors,Abstract,Date,Tags\n${lines.join('\n')}\n`);
}

async function importFile(session: Session, buffer: Buffer): Promise<Record<string, number>> {
  const page = await session.context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/library.html#/import`);
  const input = page.locator('input[type="file"]');
  await input.waitFor({ state: 'attached' });
  const read = await timed(page, async () => {
    await input.setInputFiles({ name: 'papers.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: /^Import 100,000 papers/ }).waitFor(LONG);
  });
  const [written, trace] = await traced(page, async () => {
    await page.evaluate(() => performance.mark('bench:import'));
    return timed(page, async () => {
      await page.getByRole('button', { name: /^Import 100,000 papers/ }).click();
      await page.getByRole('heading', { name: /^Imported/ }).waitFor(LONG);
    });
  });
  await page.close();
  return { read, written, task: longest(trace.thread('bench:import').tasks()) };
}

/** By the page's own clock. */
async function timed(page: Page, work: () => Promise<void>): Promise<number> {
  const start = await page.evaluate(() => performance.now());
  await work();
  return (await page.evaluate(() => performance.now())) - start;
}

/** Records as big as those that are imported, in one call, in the worker where the library is. */
async function putAll({ worker }: Session): Promise<number> {
  await startDexie(worker);
  return worker.evaluate(async (papers) => {
    const { Dexie } = globalThis as unknown as { Dexie: BenchDexie };
    const database = new Dexie('winnow-bench-import');
    database.version(1).stores({ papers: 'id, num, [shelf+added], *triage.tags' });
    const records = Array.from({ length: papers }, (_, num) => ({
      ...{ id: `arxiv:2611.${num}`, num, shelf: 'list', added: num, deleted: false },
      meta: {
        ...{ title: `Paper ${num} on things`, authors: ['Ada Byte', 'Grace Hopper'] },
        ...{ abstract: 'word '.repeat(60), date: '2026-11-02', categories: [] },
      },
      triage: { starred: true, status: 'unread', dismissed: false, tags: ['later'], note: '' },
      stamps: { title: 'x'.repeat(24), starred: 'x'.repeat(24), 'tag:later': 'x'.repeat(24) },
    }));
    const table = database.table('papers');
    await table.clear();
    const start = performance.now();
    await table.bulkPut(records);
    const took = performance.now() - start;
    await table.clear();
    return took;
  }, PAPERS);
}
