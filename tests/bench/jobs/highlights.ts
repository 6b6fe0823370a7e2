/** Highlighting, against a walk over all text nodes in a plain page. */
import type { Walked } from '../in-page/floors';
import { TERMS } from '../listing';
import { noteOnMarkJs, timeMarkJs } from '../mark-js';
import {
  lastChangeOfMarks,
  longestScript,
  marksAt,
  openPage,
  paintedAfter,
  scripting,
  visibleMarks,
  watchChange,
} from '../measure';
import { hitsOf, makeRules, withOneChanged } from '../rules';
import { listingUrl, plainUrl, type Session } from '../session';
import { Samples } from '../statistics';
import { goalAt, type Line } from '../table';
import type { Job } from './job';

const RULE_COUNTS = [20, 200];

export const highlights: Job = {
  name: 'highlights',
  async run(session, { rounds, sizes }) {
    const lines: Line[] = [];
    for (const entries of sizes) {
      for (const count of RULE_COUNTS) {
        const samples = new Samples();
        for (let round = 0; round < rounds; round += 1) {
          samples.add(await measure(session, entries, count));
        }
        samples.add({ markJs: await timeMarkJs(session, entries, TERMS.slice(0, count)) });
        lines.push(...linesOf(entries, count, samples));
      }
    }
    return lines;
  },
};

async function measure(session: Session, entries: number, count: number) {
  return {
    ...(await walk(session, entries)),
    ...(await openWithRules(session, entries, count)),
    ...(await rulesOnStandingPage(session, entries, count)),
  };
}

async function walk(session: Session, entries: number) {
  session.listing(entries);
  const url = plainUrl(entries, 'walk');
  const { page, seen } = await openPage(session, url, { controls: 0, marks: 0 });
  const said = await page.evaluate(() => document.documentElement.dataset.walked);
  await page.close();
  const { took, end } = JSON.parse(said ?? '') as Walked;
  return { walk: took, walkPainted: paintedAfter(seen, end - seen.start) };
}

/** A page is opened while the rules are there: all that Winnow does on it. */
async function openWithRules(session: Session, entries: number, count: number) {
  const rules = makeRules(count);
  const { holding } = session.listing(entries);
  await session.reset(rules);
  const { page, seen } = await openPage(session, listingUrl(entries), {
    controls: entries,
    marks: 1,
    hits: hitsOf(rules, holding),
  });
  const inView = await visibleMarks(page, seen);
  await page.close();
  return {
    marks: seen.frames.at(-1)?.marks ?? 0,
    hits: hitsOf(rules, holding),
    openVisiblePainted: paintedAfter(seen, marksAt(seen, inView)),
    openNearPainted: paintedAfter(seen, lastChangeOfMarks(seen)),
    openScripting: scripting(seen),
  };
}

/** A page stands there with its controls; then rules come, and then one of them changes. */
async function rulesOnStandingPage(session: Session, entries: number, count: number) {
  const rules = makeRules(count);
  const changed = withOneChanged(rules);
  const { holding } = session.listing(entries);
  const expected = { controls: entries, marks: 0 };
  await session.reset([]);
  const { page, seen: bare } = await openPage(session, listingUrl(entries), expected);
  const first = await watchChange(page, { ...expected, hits: hitsOf(rules, holding) }, () =>
    session.saveRules(rules),
  );
  const inView = await visibleMarks(page, first);
  const change = await watchChange(page, { ...expected, hits: hitsOf(changed, holding) }, () =>
    session.saveRules(changed),
  );
  await page.close();
  return {
    bareScripting: scripting(bare),
    firstScripting: scripting(first),
    firstLongest: longestScript(first),
    firstVisiblePainted: paintedAfter(first, marksAt(first, inView)),
    firstNearPainted: paintedAfter(first, lastChangeOfMarks(first)),
    changeScripting: scripting(change),
    changeNearPainted: paintedAfter(change, lastChangeOfMarks(change)),
  };
}

function linesOf(entries: number, count: number, samples: Samples): Line[] {
  const n = `${entries.toLocaleString('en')} × ${count} rules`;
  const of = (name: string) => samples.of(name);
  const whole = (name: string) => Math.round(of(name)).toLocaleString('en');
  const isGoal = count === 200;
  return [
    {
      job: `${n}: opened, visible rows painted`,
      ...{ ours: of('openVisiblePainted'), floor: of('walkPainted') },
      ...(isGoal && goalAt(entries, { times: 3 })),
      note: `${whole('marks')} marks: on rows within two screens of what is seen`,
    },
    {
      job: `${n}: opened, rows near the view painted`,
      ...{ ours: of('openNearPainted'), floor: of('walkPainted') },
    },
    {
      job: `${n}: rules come, visible rows painted`,
      ...{ ours: of('firstVisiblePainted'), floor: of('walkPainted') },
      ...(isGoal && goalAt(entries, { times: 3 })),
      note: "from when Winnow's script on the page hears of them",
    },
    {
      job: `${n}: rules come, rows near the view painted`,
      ...{ ours: of('firstNearPainted'), floor: of('walkPainted') },
    },
    {
      job: `${n}: rules come, hits of all rows known, scripting`,
      ...{ ours: of('firstScripting'), floor: of('walk') },
      ...(isGoal && goalAt(entries, { times: 8 })),
      note: `${whole('hits')} pairs of rule and paper in the panel; it and the marks near the view included`,
    },
    {
      job: `${n}: rules come, hits of all rows known, against mark.js`,
      ...{ ours: of('firstScripting'), floor: of('markJs') },
      ...(isGoal && goalAt(entries, { fasterBy: 500 })),
      note: noteOnMarkJs(entries),
    },
    {
      job: `${n}: opened, all of Winnow's scripting`,
      ...{ ours: of('openScripting'), floor: of('walk') },
      note: `without rules ${whole('bareScripting')}: controls and panel`,
    },
    {
      job: `${n}: rules come, longest script`,
      ours: of('firstLongest'),
      ...goalAt(entries, { limit: 50 }),
    },
    {
      job: `${n}: one rule changes, hits of all rows known, scripting`,
      ...{ ours: of('changeScripting'), floor: of('firstScripting') },
      ...goalAt(entries, { times: 0.3 }),
      note: 'the floor is the first pass, when the rules came',
    },
    {
      job: `${n}: one rule changes, rows near the view painted`,
      ...{ ours: of('changeNearPainted'), floor: of('firstNearPainted') },
      ...goalAt(entries, { times: 0.3 }),
    },
  ];
}
