// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { summary, tallyPlaywright, tallyVitest } from '../../../scripts/test-reports';

describe('tallyVitest', () => {
  const file = (status: string, tests: Record<string, string>, message = '') => ({
    name: 'a.test.ts',
    status,
    message,
    assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
  });

  test('counts by outcome', () => {
    const tests = { one: 'passed', two: 'failed', three: 'skipped', four: 'todo', five: 'pending' };
    expect(
      tallyVitest({ testResults: [file('failed', tests), file('passed', { six: 'passed' })] }),
    ).toEqual({ passed: 2, failures: ['two'], skipped: ['three', 'four', 'five'] });
  });

  test('counts a file that could not be loaded', () => {
    const { passed, failures } = tallyVitest({
      testResults: [
        file('failed', {}, 'No such module\n  at line 1'),
        file('passed', { a: 'passed' }),
      ],
    });
    expect(passed).toBe(1);
    expect(failures).toEqual(['a.test.ts: No such module']);
  });

  test('counts a file whose hook failed, although no test in it did', () => {
    const { failures } = tallyVitest({ testResults: [file('failed', { a: 'skipped' })] });
    expect(failures).toHaveLength(1);
  });

  test('takes an outcome that it does not know for a failure', () => {
    const { failures } = tallyVitest({ testResults: [file('passed', { a: 'strange' })] });
    expect(failures).toEqual(['a']);
  });
});

describe('tallyPlaywright', () => {
  const spec = (title: string, status: string, expectedStatus = 'passed') => ({
    title,
    tests: [{ status, expectedStatus }],
  });

  test('counts by outcome, in suites within suites, and names where a test stands', () => {
    const report = {
      errors: [],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'skipped', 'skipped')],
          suites: [{ title: 'inner', specs: [spec('three', 'unexpected'), spec('four', 'flaky')] }],
        },
      ],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 1,
      failures: ['a.spec.ts › inner › three', 'a.spec.ts › inner › four'],
      skipped: ['a.spec.ts › two'],
    });
  });

  test('counts a test that was never reached as failed', () => {
    const suites = [{ title: 'a.spec.ts', specs: [spec('one', 'skipped')] }];
    expect(tallyPlaywright({ suites, errors: [] }).failures).toEqual(['a.spec.ts › one']);
  });

  test('counts errors outside of any test', () => {
    const errors = [{ message: 'Cannot find module\n  at line 1' }];
    expect(tallyPlaywright({ suites: [], errors }).failures).toEqual(['Cannot find module']);
  });
});

test('the last line names what was skipped only when something was', () => {
  expect(summary({ passed: 3, failures: [], skipped: [] })).toBe('3 passed, 0 failed');
  expect(summary({ passed: 3, failures: ['a'], skipped: ['b', 'c'] })).toBe(
    '3 passed, 1 failed, 2 skipped',
  );
});
