/** `npm test`: runs all checks in sequence; the last line sums them up. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser, ensureFirefox } from './browser';
import { ROOT } from './launch';
import { runTool } from './run-tool';
import { summary, type Tally, tallyPlaywright, tallyVitest } from './test-reports';

const REPORTS = path.join(ROOT, 'test-results', 'reports');
const VITEST_REPORT = path.join(REPORTS, 'vitest.json');
const PLAYWRIGHT_REPORT = path.join(REPORTS, 'playwright.json');
const FIREFOX_REPORT = path.join(REPORTS, 'firefox.json');

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

interface Step {
  readonly name: string;
  readonly command: string;
  /** Reads the report of a step that runs many tests; other steps count as one check. */
  readonly report?: () => Tally;
  readonly env?: Record<string, string>;
  /** The step on whose success this one depends. */
  readonly needs?: string;
  /** Why the step cannot be run here, if that is no failure; `null` if it can. */
  readonly skipReason?: () => string | null;
}

const STEPS: readonly Step[] = [
  { name: 'type-check', command: 'npm run --silent typecheck' },
  { name: 'lint', command: 'npm run --silent lint' },
  { name: 'unused code', command: 'knip' },
  {
    name: 'unit and component tests',
    command: `vitest run --allowOnly=false --reporter=default --reporter=json --outputFile.json="${VITEST_REPORT}"`,
    report: () => tallyVitest(readJson(VITEST_REPORT)),
  },
  { name: 'build for Chrome', command: 'wxt build' },
  { name: 'build for Firefox', command: 'wxt build -b firefox' },
  {
    name: 'end-to-end tests',
    command: 'playwright test --forbid-only --reporter=list,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    report: () => tallyPlaywright(readJson(PLAYWRIGHT_REPORT)),
    needs: 'build for Chrome',
  },
  {
    name: 'end-to-end tests in Firefox',
    command: 'playwright test -c playwright.firefox.config.ts --forbid-only --reporter=list,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: FIREFOX_REPORT },
    report: () => tallyPlaywright(readJson(FIREFOX_REPORT)),
    needs: 'build for Firefox',
    skipReason: () =>
      ensureFirefox() ? null : 'no Firefox ESR here, and it could not be installed',
  },
];

const failed = (why: string): Tally => ({ passed: 0, failures: [why], skipped: [] });

/**
 * What the report says, made consistent with the exit code: nothing passes unless it is reported.
 */
function checkedTally(name: string, report: () => Tally, exitCode: number): Tally {
  let tally: Tally;
  try {
    tally = report();
  } catch {
    return failed(`${name}: ended without a report (exit code ${exitCode})`);
  }
  if (exitCode !== 0 && tally.failures.length === 0) {
    return { ...tally, failures: [`${name}: failed outside of any test (exit code ${exitCode})`] };
  }
  if (tally.passed + tally.failures.length === 0) return failed(`${name}: no test was run`);
  return tally;
}

async function runStep({ name, command, report, env, skipReason }: Step): Promise<Tally> {
  const why = skipReason?.();
  if (why) return { passed: 0, failures: [], skipped: [`${name} (${why})`] };
  const { exitCode, output } = await runTool(command, { capture: !report, ...(env && { env }) });
  if (report) return checkedTally(name, report, exitCode);
  if (exitCode === 0) return { passed: 1, failures: [], skipped: [] };
  console.log(output.trimEnd());
  return failed(`${name}: ${command}`);
}

async function runAll(): Promise<Tally> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  try {
    ensureBrowser();
  } catch (error) {
    console.log((error as Error).message); // the end-to-end tests will fail for this reason
  }

  let total: Tally = { passed: 0, failures: [], skipped: [] };
  const broken = new Set<string>();
  for (const step of STEPS) {
    const started = performance.now();
    const tally =
      step.needs && broken.has(step.needs)
        ? failed(`${step.name}: not run, because this failed: ${step.needs}`)
        : await runStep(step);
    if (tally.failures.length > 0) broken.add(step.name);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const mark = tally.failures.length > 0 ? '✗' : '✓';
    const counts = step.report ? `: ${summary(tally)}` : '';
    console.log(`${mark} ${step.name}${counts} (${seconds} s)`);
    total = {
      passed: total.passed + tally.passed,
      failures: [...total.failures, ...tally.failures],
      skipped: [...total.skipped, ...tally.skipped],
    };
  }
  return total;
}

if (process.argv.length > 2) {
  console.error('Usage: npm test   (it takes no arguments; see README.md for single checks)');
  process.exit(2);
}
const total = await runAll();
console.log('');
for (const name of total.skipped) console.log(`skipped: ${name}`);
for (const name of total.failures) console.log(`failed: ${name}`);
console.log(summary(total));
process.exitCode = total.failures.length > 0 ? 1 : 0;
