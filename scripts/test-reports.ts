/** Sums up the reports of the test runners, counting only what is reported. */

/** The result of a run. */
export interface Tally {
  readonly passed: number;
  /** One line each. */
  readonly failures: readonly string[];
  /** Test names. */
  readonly skipped: readonly string[];
}

/** The relevant part of Vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string; readonly expectedStatus: string }[];
  }[];
}

/** The relevant part of Playwright's JSON report. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

type Outcome = 'passed' | 'failed' | 'skipped';

function tally(tests: Iterable<{ name: string; outcome: Outcome }>, others: string[]): Tally {
  let passed = 0;
  const failures = [...others];
  const skipped: string[] = [];
  for (const { name, outcome } of tests) {
    if (outcome === 'passed') passed += 1;
    else (outcome === 'failed' ? failures : skipped).push(name);
  }
  return { passed, failures, skipped };
}

function vitestOutcome(status: string): Outcome {
  if (status === 'passed') return 'passed';
  return ['skipped', 'pending', 'todo', 'disabled'].includes(status) ? 'skipped' : 'failed';
}

/** The result of a Vitest run; a file that could not be loaded counts as a failure. */
export function tallyVitest({ testResults }: VitestReport): Tally {
  const tests = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status }) => ({ name: fullName, outcome: vitestOutcome(status) }));
  const brokenFiles = testResults
    .filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    )
    .map(({ name, message }) => `${name}: ${message?.split('\n')[0] ?? 'could not be run'}`);
  return tally(tests, brokenFiles);
}

function* playwrightTests(
  suites: readonly PlaywrightSuite[],
  path: readonly string[] = [],
): Generator<{ name: string; outcome: Outcome }> {
  for (const suite of suites) {
    const here = [...path, suite.title];
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, expectedStatus } of tests) {
        // Tests that were never reached are also called "skipped", but not expected to be.
        const wasSkipped = status === 'skipped' && expectedStatus === 'skipped';
        const outcome = status === 'expected' ? 'passed' : wasSkipped ? 'skipped' : 'failed';
        yield { name: [...here, title].join(' › '), outcome };
      }
    }
    yield* playwrightTests(suite.suites ?? [], here);
  }
}

/** The result of a Playwright run; an error outside any test counts as a failure. */
export function tallyPlaywright({ suites, errors }: PlaywrightReport): Tally {
  return tally(
    playwrightTests(suites),
    errors.map(({ message }) => message?.split('\n')[0] ?? 'an error outside of any test'),
  );
}

/** The last line of a test run. */
export function summary({ passed, failures, skipped }: Tally): string {
  const line = `${passed} passed, ${failures.length} failed`;
  return skipped.length > 0 ? `${line}, ${skipped.length} skipped` : line;
}
