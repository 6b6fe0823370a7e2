/** Stars clicked on a long page and in the popup. */
import type { Page } from '@playwright/test';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { openPopup } from '../../../scripts/user-actions';
import { type BenchDexie, startDexie } from '../dexie';
import { markClick, watchStar, watchTagDialog } from '../in-page/star';
import { openPage } from '../measure';
import { hitsOf, makeRules } from '../rules';
import { listingUrl, plainUrl, type Session } from '../session';
import { Samples } from '../statistics';
import type { Line } from '../table';
import { traced } from '../trace';
import type { Job } from './job';

const FRAME_MS = 1000 / 60;
const RULES = 200;

const PAPER: Paper = {
  ...EMPTY_METADATA,
  id: 'arxiv:2611.99999',
  title: 'A title',
  abstract: 'word '.repeat(260),
  source: 'arxiv',
};

export const clicks: Job = {
  name: 'clicks',
  async run(session, { rounds, sizes }) {
    const entries = Math.max(...sizes);
    session.listing(entries);
    const samples = new Samples();
    for (let round = 0; round < rounds; round += 1) {
      await session.reset([]);
      samples.add({
        emptyListener: await clickButton(session, entries),
        ...(await clickStar(session, entries)),
        ...(await clickStarAmongMarks(session, entries)),
        put: await putInWorker(session),
        command: await sendStar(session),
      });
    }
    return linesOf(entries, samples);
  },
};

/** Not `locator.click()`: that searches the page at each click, which takes longer than all the rest. */
async function clickAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

async function clickButton(session: Session, entries: number): Promise<number> {
  const url = plainUrl(entries, `buttons=${entries}`);
  const { page } = await openPage(session, url, { controls: entries, marks: 0 });
  await clickAt(page, await page.evaluate(watchStar, 1));
  await page.waitForFunction(() => starring.painted > 0);
  const { clicked, painted } = await page.evaluate(() => starring);
  await page.close();
  return painted - clicked;
}

async function clickStar(session: Session, entries: number): Promise<Record<string, number>> {
  const { page } = await openPage(session, listingUrl(entries), { controls: entries, marks: 0 });
  await session.ask('rules'); // the worker is awake
  await clickAt(page, await page.evaluate(watchStar, 1));
  await page.waitForFunction(() => starring.painted > 0 && starring.frames > 0);
  const { clicked, pressed, frames, painted } = await page.evaluate(() => starring);
  const dialog = await openTagDialog(page);
  const popup = await starInPopup(session, page);
  await page.close();
  return {
    frames,
    pressed: pressed - clicked,
    painted: painted - clicked,
    dialog,
    ...popup,
  };
}

/** From a click on a row's tags until the dialog's box has the keyboard, and that is painted. */
async function openTagDialog(page: Page): Promise<number> {
  await clickAt(page, await page.evaluate(watchTagDialog, 0));
  await page.waitForFunction(() => opening.painted > 0);
  const { clicked, painted } = await page.evaluate(() => opening);
  await page.keyboard.press('Escape');
  return painted - clicked;
}

/** The same where rules mark what they hit. */
async function clickStarAmongMarks(
  session: Session,
  entries: number,
): Promise<Record<string, number>> {
  const rules = makeRules(RULES);
  const { holding } = session.listing(entries);
  await session.reset(rules);
  const expected = { controls: entries, marks: 1, hits: hitsOf(rules, holding) };
  const { page } = await openPage(session, listingUrl(entries), expected);
  await clickAt(page, await page.evaluate(watchStar, 1));
  await page.waitForFunction(() => starring.painted > 0 && starring.frames > 0);
  const { clicked, painted } = await page.evaluate(() => starring);
  await page.close();
  await session.reset([]);
  return { paintedAmongMarks: painted - clicked };
}

/** From the click in the popup until the star on the page is pressed; and a message there and back. */
async function starInPopup(session: Session, page: Page): Promise<Record<string, number>> {
  await page.evaluate(watchStar, 0);
  const popup = await openPopup(session.context, session.extensionId);
  const star = popup.getByRole('button', { name: /^Star: / }).first();
  await star.waitFor();
  const messages = await popup.evaluate(timeMessages, 9);
  const box = await star.boundingBox(); // only now: while the popup fills, its list moves
  if (!box) throw new Error('The popup shows no star.');
  await popup.evaluate(markClick);
  const [, trace] = await traced(popup, async () => {
    await clickAt(popup, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await page.waitForFunction(() => starring.pressed > 0, null, { polling: 50 });
  });
  await popup.close();
  const samples = new Samples();
  for (const message of messages.slice(2)) samples.add({ message }); // the first ones warm up
  return {
    popupToPage: trace.markAt('bench:pressed') - trace.markAt('bench:click'),
    message: samples.of('message'),
  };
}

/** Runs in the popup: messages that the page hears, and has nothing to say to. */
async function timeMessages(count: number): Promise<number[]> {
  const [tab] = await chrome.tabs.query({ url: 'https://arxiv.org/*' });
  if (tab?.id === undefined) throw new Error('The listing has gone.');
  const times: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const start = performance.now();
    await chrome.tabs.sendMessage(tab.id, { bench: nth }).catch(() => undefined);
    times.push(performance.now() - start);
  }
  return times;
}

/** One put of a record as big as a paper's, by Dexie, in the worker where the library is. */
async function putInWorker({ worker }: Session): Promise<number> {
  await startDexie(worker);
  return worker.evaluate(async () => {
    const { Dexie } = globalThis as unknown as { Dexie: BenchDexie };
    const database = new Dexie('winnow-bench');
    database.version(1).stores({ papers: 'id' });
    const put = (id: string) =>
      database.table('papers').put({ id, title: 'A title', abstract: 'word '.repeat(260) });
    await put('first'); // opens the database
    const start = performance.now();
    await put('second');
    return performance.now() - start;
  });
}

/** A star sent by a page of the extension, until the answer is there. */
async function sendStar(session: Session): Promise<number> {
  await session.ask('rules'); // the worker is awake, and its database open
  const { control } = session;
  const op = crypto.randomUUID();
  return control.evaluate(
    async ({ op, paper }) => {
      const change = { kind: 'star', value: true };
      const papers = [{ id: paper.id, paper }];
      const start = performance.now();
      const reply = await chrome.runtime.sendMessage({
        winnow: 'run',
        payload: { op, change, papers },
      });
      if (!reply?.answer?.ok) throw new Error(`Not saved: ${JSON.stringify(reply)}`);
      return performance.now() - start;
    },
    { op, paper: PAPER },
  );
}

function linesOf(entries: number, samples: Samples): Line[] {
  const n = entries.toLocaleString('en');
  const of = (name: string) => samples.of(name);
  return [
    {
      job: `${n}: star clicked, pressed`,
      // A page that stands still shows no frames: time counts, with the floor's frame as the first.
      ours: Math.max(
        of('frames'),
        1 + Math.round((of('painted') - of('emptyListener')) / FRAME_MS),
      ),
      unit: 'frames',
      floor: 1,
      goal: { limit: 1 },
      note: `said to be pressed after ${of('pressed').toFixed(1)} ms`,
    },
    {
      job: `${n}: star clicked, frame out`,
      ...{ ours: of('painted'), floor: of('emptyListener') },
      note: 'the floor is an empty delegated listener',
    },
    {
      job: `${n} × ${RULES} rules: star clicked, frame out`,
      ...{ ours: of('paintedAmongMarks'), floor: of('emptyListener') },
      note: 'all rows searched, those near the view marked',
    },
    {
      job: `${n}: tag dialog opened`,
      ...{ ours: of('dialog'), floor: of('emptyListener') },
      note: 'from the click to the keyboard in its box, painted; the floor is as above',
    },
    {
      job: 'a star sent from an idle page of the extension, acknowledged',
      ...{ ours: of('command'), floor: of('put'), goal: { times: 5 } },
      note: 'message, transaction, message; the floor is one Dexie put in the worker',
    },
    {
      job: `${n}: star in the popup, pressed on the page`,
      ...{ ours: of('popupToPage'), floor: of('message') + of('put'), goal: { times: 3 } },
      note: 'the floor is a message from the popup to the page and back, and one put in the worker',
    },
  ];
}
