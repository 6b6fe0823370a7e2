/** The popup's reading list over libraries of many sizes: opened, and searched as one types. */
import type { Page } from '@playwright/test';
import { openPopup } from '../../../scripts/user-actions';
import { watchList } from '../in-page/list';
import { indexed, seedLibrary } from '../library';
import type { Session } from '../session';
import { Samples } from '../statistics';
import type { Line } from '../table';
import { longest, traced } from '../trace';
import type { Job } from './job';

const FEWEST = 10;
const FEW = 100;
const LIBRARIES = [FEWEST, FEW, 10_000, 100_000];
const GOAL_AT = 100_000;

/** Common and rare words of the made-up papers, typed letter by letter. */
const SEARCH = 'station con';
const FRAME_MS = 16.7;
/** So long nothing may change before a list counts as done. */
const QUIET_MS = 400;

export const lists: Job = {
  name: 'lists',
  async run(session, { rounds }) {
    await session.ask('tags'); // the library is there
    await session.context.addInitScript(watchList);
    const samples = new Samples();
    for (const papers of LIBRARIES) {
      await seedLibrary(session.control, papers);
      const first = await open(session);
      await indexed(session.control);
      await settle(first);
      await first.close();
      for (let round = 0; round < rounds; round += 1) samples.add(await measure(session, papers));
    }
    return LIBRARIES.slice(1).flatMap((papers) => linesOf(papers, samples));
  },
};

async function open(session: Session): Promise<Page> {
  const popup = await openPopup(session.context, session.extensionId);
  await popup.waitForFunction(() => listed.painted > 0, null, { timeout: 120_000 });
  return popup;
}

async function measure(session: Session, papers: number): Promise<Record<string, number>> {
  const popup = await open(session);
  const painted = await popup.evaluate(() => listed.painted);
  await settle(popup);
  await popup.getByRole('searchbox', { name: 'Search papers' }).focus();
  const keys = new Samples();
  for (const key of SEARCH) keys.add(await type(popup, key));
  await popup.close();
  return {
    [`${papers}.open`]: painted,
    [`${papers}.key`]: keys.of('key'),
    [`${papers}.task`]: keys.of('task'),
  };
}

/** From a key to the last change that it made to the list, painted. */
async function type(popup: Page, key: string): Promise<Record<string, number>> {
  const [start, trace] = await traced(popup, async () => {
    const now = await popup.evaluate(() => {
      performance.mark('bench:key');
      const at = performance.now();
      listed.changed = at; // so that nothing counts as done before it was answered
      listed.changePainted = at;
      return at;
    });
    await popup.keyboard.type(key);
    await settle(popup);
    return now;
  });
  const painted = await popup.evaluate(() => listed.changePainted);
  return {
    ...(painted > start && { key: painted - start }), // a space changes nothing
    task: longest(trace.thread('bench:key').tasks()),
  };
}

async function settle(popup: Page): Promise<void> {
  await popup.waitForFunction(
    (quiet) => listed.changePainted >= listed.changed && performance.now() - listed.changed > quiet,
    QUIET_MS,
    { timeout: 120_000, polling: 50 },
  );
}

function linesOf(papers: number, samples: Samples): Line[] {
  const n = papers.toLocaleString('en');
  const goal = (times: number) => (papers === GOAL_AT ? { goal: { times } } : {});
  return [
    {
      job: `popup with ${n} papers: list painted`,
      ours: samples.of(`${papers}.open`),
      floor: samples.of(`${FEWEST}.open`),
      ...goal(1.2),
      note: 'the floor is the same with ten papers',
    },
    {
      job: `popup with ${n} papers: key to results painted`,
      ours: samples.of(`${papers}.key`),
      floor: samples.of(`${FEW}.key`),
      ...goal(2),
      note: 'the floor is the same with a hundred papers',
    },
    {
      job: `popup with ${n} papers: longest task after a key`,
      ours: samples.of(`${papers}.task`),
      ...(papers === GOAL_AT && { goal: { limit: FRAME_MS } }),
    },
  ];
}
