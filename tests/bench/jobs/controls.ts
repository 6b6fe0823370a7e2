/** Controls on rows, against plain buttons cloned from a template on the same rows. */
import {
  controlAt,
  longestScript,
  longestTask,
  openPage,
  paintedAfter,
  type Seen,
  scripting,
} from '../measure';
import { listingUrl, plainUrl, type Session } from '../session';
import { Samples } from '../statistics';
import { goalAt, type Line } from '../table';
import type { Job } from './job';

export const controls: Job = {
  name: 'controls',
  async run(session, { rounds, sizes }) {
    const lines: Line[] = [];
    for (const entries of sizes) {
      session.listing(entries);
      const samples = new Samples();
      for (let round = 0; round < rounds; round += 1) samples.add(await measure(session, entries));
      lines.push(...linesOf(entries, samples));
    }
    return lines;
  },
};

async function measure(session: Session, entries: number): Promise<Record<string, number>> {
  await session.reset([]);
  const ours = await look(session, listingUrl(entries), entries);
  const { visibleRows } = ours;
  const inView = await look(session, plainUrl(entries, `buttons=${visibleRows}`), visibleRows);
  const onAll = await look(session, plainUrl(entries, `buttons=${entries}`), entries);
  const bare = await look(session, plainUrl(entries), 0);
  return {
    firstCall: ours.firstCall,
    ...times('ours', ours, visibleRows, entries),
    ...times('inView', inView, visibleRows, visibleRows),
    ...times('onAll', onAll, visibleRows, entries),
    scripting: scripting(ours),
    scriptingOfFloor: scripting(onAll),
    longestScript: longestScript(ours),
    longestTask: longestTask(ours),
    longestTaskOfFloor: longestTask(onAll),
    longestTaskOfPage: longestTask(bare),
  };
}

async function look(session: Session, url: string, controls: number): Promise<Seen> {
  const { page, seen } = await openPage(session, url, { controls, marks: 0 });
  await page.close();
  return seen;
}

function times(name: string, seen: Seen, visible: number, all: number): Record<string, number> {
  const visibleAt = controlAt(seen, visible);
  const allAt = controlAt(seen, all);
  return {
    [`${name}.visible`]: visibleAt,
    [`${name}.visiblePainted`]: paintedAfter(seen, visibleAt),
    [`${name}.all`]: allAt,
    [`${name}.allPainted`]: paintedAfter(seen, allAt),
  };
}

function linesOf(entries: number, samples: Samples): Line[] {
  const n = entries.toLocaleString('en');
  const pair = (what: string, key: string, floor: string) => ({
    job: `${n}: controls on ${what}`,
    ours: samples.of(`ours.${key}`),
    floor: samples.of(`${floor}.${key}`),
  });
  return [
    {
      ...pair('visible rows, there', 'visible', 'inView'),
      note: 'from when the content script begins to be compiled, on both sides',
    },
    {
      ...pair('visible rows, painted', 'visiblePainted', 'inView'),
      ...goalAt(entries, { times: 1.5 }),
    },
    pair('all rows, there', 'all', 'onAll'),
    { ...pair('all rows, painted', 'allPainted', 'onAll'), ...goalAt(entries, { times: 2 }) },
    {
      job: `${n}: all scripting, no rules`,
      ours: samples.of('scripting'),
      floor: samples.of('scriptingOfFloor'),
      note: 'the panel and all else that Winnow does on the page is in this',
    },
    {
      job: `${n}: longest script at a stretch`,
      ours: samples.of('longestScript'),
      ...goalAt(entries, { limit: 50 }),
    },
    {
      job: `${n}: longest task, the page's own layout included`,
      ours: samples.of('longestTask'),
      floor: samples.of('longestTaskOfFloor'),
      note: `the page alone: ${Math.round(samples.of('longestTaskOfPage'))}`,
    },
  ];
}
