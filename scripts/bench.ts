/** `npm run bench`: measures Winnow's speed in a real browser, relative to floors. */
import { parseArgs } from 'node:util';
import { errorMessage } from '@/lib/util/error-message';
import { JOBS } from '../tests/bench/jobs';
import { Session } from '../tests/bench/session';
import { formatTable, isMet, type Line } from '../tests/bench/table';
import { BUILT_EXTENSION } from './launch';
import { buildExtension } from './run-tool';

/** A folder with an extension built elsewhere, instead of our own. */
const EXTENSION = process.env.WINNOW_BENCH_EXTENSION ?? BUILT_EXTENSION;

const NAMES = JOBS.map(({ name }) => name).join(', ');
const USAGE = `Usage: npm run bench -- [--rounds N] [--only JOB] [--sizes 50,500,2000] [--slow N] [--no-build]
JOB is one of ${NAMES}. --slow makes the processor N times slower for pages, as on an old laptop.
--no-build takes the extension that is built already.`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '7' },
      only: { type: 'string' },
      sizes: { type: 'string', default: '50,500,2000' },
      slow: { type: 'string', default: '1' },
      'no-build': { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const slowdown = Number(values.slow);
  const sizes = values.sizes.split(',').map(Number);
  const jobs = JOBS.filter(({ name }) => values.only === undefined || values.only === name);
  const areCounts = [rounds, slowdown, ...sizes].every(
    (number) => Number.isInteger(number) && number > 0,
  );
  if (!areCounts || jobs.length === 0) throw new Error(USAGE);
  return { rounds, sizes, slowdown, jobs, build: !values['no-build'] };
}

async function main({ rounds, sizes, slowdown, jobs, build }: ReturnType<typeof readArguments>) {
  if (build) await buildExtension();
  const session = await Session.start(EXTENSION, slowdown);
  const lines: Line[] = [];
  const failures: string[] = [];
  try {
    const slow = slowdown > 1 ? `; processor slowed ${slowdown} times` : '';
    console.log(
      `Chromium ${session.context.browser()?.version()}; ${rounds} rounds, medians${slow}.\n`,
    );
    for (const job of jobs) {
      const started = performance.now();
      try {
        const measured = await job.run(session, { rounds, sizes });
        lines.push(...measured);
        console.log(`\n${formatTable(measured)}`); // immediately, as a long run may be cut short
      } catch (error) {
        failures.push(`${job.name}: ${errorMessage(error)}`);
      }
      console.error(`${job.name}: ${Math.round((performance.now() - started) / 1000)} s`);
    }
  } finally {
    await session.close();
  }
  const goals = lines.filter(({ goal }) => goal);
  const met = goals.filter((line) => line.goal && isMet(line, line.goal));
  console.log(`\n${met.length} of ${goals.length} goals met`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

try {
  await main(readArguments());
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
