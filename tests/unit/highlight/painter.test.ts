import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { re2Engine } from '@/lib/filter/re2-engine';
import { type PaintedRow, Painter } from '@/lib/highlight/painter';
import type { Rule } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';
import { sourceText } from '@/lib/sites/source-text';
import { textOfRange } from '../../helpers/ranges';

class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}

const allAtOnce = async <T>(items: Iterable<T>, signal: AbortSignal, visit: (item: T) => void) => {
  for (const item of items) if (!signal.aborted) visit(item);
};

function rule(id: string, term: string, more: Partial<Rule> = {}): Rule {
  return { ...(SAMPLE_RULES[0] as Rule), id, terms: [term], colour: 1, ...more };
}

/** A row of a paper whose texts are those of its elements: the title in all, or in `h3`, the rest in `p`. */
function row(html: string): PaintedRow & { readonly key: HTMLElement } {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  const placesOf: PaintedRow['placesOf'] = (field) => {
    const selectors = { title: 'h3', abstract: 'p', authors: 'i', categories: 'b' };
    const parts = [...element.querySelectorAll(selectors[field])];
    const isPlain = field === 'title' && element.querySelector('h3') === null;
    return isPlain ? [element] : parts;
  };
  const subject = () => ({
    title: placesOf('title').map((one) => sourceText(one))[0] ?? '',
    abstract: placesOf('abstract').map((one) => sourceText(one))[0] ?? null,
    authors: placesOf('authors').map((one) => sourceText(one)),
    ...{ categories: [], tags: [], year: null, flags: new Set<never>() },
  });
  return { key: element, elements: [element], subject, placesOf };
}

function finder(text: string) {
  return compileFilter(parseFilter(text).filter, re2Engine).find;
}

let highlights: Map<string, FakeHighlight>;

/** What is marked, by name, in the order of marking. */
function marked(name: string): string[] {
  return [...(highlights.get(name) ?? [])].map(textOfRange);
}

/** The elements in which something is marked, in the order of marking. */
function nodes(): (Element | null)[] {
  const ranges = [...(highlights.get('winnow-rule-1') ?? [])];
  return ranges.map(({ startContainer }) => startContainer.parentElement);
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('with CSS highlights', () => {
  beforeEach(() => {
    highlights = new Map();
    vi.stubGlobal('CSS', { highlights });
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('Highlight', FakeHighlight);
    vi.stubGlobal(
      'StaticRange',
      class {
        constructor(init: StaticRangeInit) {
          Object.assign(this, init);
        }
      },
    );
  });

  test('lines tell colours apart, but on long pages, where only those who ask for contrast have them', async () => {
    const rows = Array.from({ length: 501 }, () => row('alpha'));
    const short = new Painter({ inSlices: allAtOnce });
    await short.update(rows.slice(1));
    await short.setRules(compileRules([rule('a', 'alpha')], re2Engine));
    expect(marked('winnow-line-1')).toHaveLength(500);
    short.remove();
    expect(marked('winnow-line-1')).toEqual([]);

    const long = new Painter({ inSlices: allAtOnce });
    await long.setRules(compileRules([rule('a', 'alpha')], re2Engine));
    await long.update(rows.slice(400)); // as a page comes in pieces
    expect(marked('winnow-line-1')).toHaveLength(101);
    await long.update(rows);
    expect(marked('winnow-rule-1')).toHaveLength(501);
    expect(marked('winnow-line-1')).toEqual([]);
    vi.stubGlobal('matchMedia', (asked: string) => ({ matches: asked.includes('contrast: more') }));
    long.remove();
    await long.update(rows);
    expect(marked('winnow-line-1')).toHaveLength(501);
  });

  test('rules mark in their colours, the filter above them, and the DOM stays as it is', async () => {
    const one = row(
      'Graph <i>attention</i> head <script>attention</script><winnow-row>graph</winnow-row>',
    );
    const html = document.body.innerHTML;
    const painter = new Painter({ inSlices: allAtOnce });
    await painter.update([one]);
    await painter.setRules(
      compileRules(
        [
          rule('a', 'attention'),
          rule('b', 'graph', { colour: 3 }),
          rule('c', 'head', { action: 'mute' }),
        ],
        null,
      ),
    );
    await painter.setFilterFinder(finder('gra -attention'));
    expect([marked('winnow-rule-1'), marked('winnow-rule-3')]).toEqual([['attention'], ['Graph']]);
    expect(marked('winnow-filter')).toEqual(['Gra']);
    expect(highlights.get('winnow-filter')?.priority).toBeGreaterThan(0);
    expect(document.body.innerHTML).toBe(html);
    await painter.setFilterFinder(null);
    expect(marked('winnow-filter')).toEqual([]);
    painter.remove();
    expect(marked('winnow-rule-1')).toEqual([]);
  });

  test('the longest of overlapping places is marked', async () => {
    const painter = new Painter({ inSlices: allAtOnce });
    await painter.update([row('attention head')]);
    await painter.setRules(
      compileRules([rule('a', 'attention'), rule('b', 'attention head', { colour: 2 })], null),
    );
    expect([marked('winnow-rule-1'), marked('winnow-rule-2')]).toEqual([[], ['attention head']]);
  });

  test('after a change of one rule only that rule is looked for', async () => {
    const painter = new Painter({ inSlices: allAtOnce });
    await painter.update([row('alpha beta gamma')]);
    await painter.setRules(
      compileRules([rule('a', 'alpha'), rule('b', 'beta', { colour: 2 })], null),
    );
    const next = compileRules(
      [rule('b', 'gamma', { colour: 2 }), rule('a', 'alpha', { colour: 4 })],
      null,
    );
    const scan = vi.spyOn(next, 'scan');
    const only = vi.spyOn(next, 'subset');
    await painter.setRules(next);
    expect(only.mock.calls).toEqual([[[0]]]);
    expect(scan).not.toHaveBeenCalled();
    expect([1, 2, 4].map((colour) => marked(`winnow-rule-${colour}`))).toEqual([
      [],
      ['gamma'],
      ['alpha'],
    ]);
  });

  test('patterns are looked for again when the engine has come', async () => {
    const painter = new Painter({ inSlices: allAtOnce });
    await painter.update([row('alpha')]);
    const rules = [rule('a', 'al.', { mode: 'regex' })];
    await painter.setRules(compileRules(rules, null));
    expect(marked('winnow-rule-1')).toEqual([]);
    await painter.setRules(compileRules(rules, re2Engine));
    expect(marked('winnow-rule-1')).toEqual(['alp']);
  });

  test('of a changed row only what is new is looked for; the others stay', async () => {
    const [one, other] = [row('<h3>alpha</h3><p>x</p>'), row('alpha')];
    const painter = new Painter({ inSlices: allAtOnce });
    await painter.update([one, other]);
    const rules = compileRules([rule('a', 'alpha'), rule('b', 'beta')], null);
    await painter.setRules(rules);
    const before = [...(highlights.get('winnow-rule-1') ?? [])];
    const scan = vi.spyOn(rules, 'scan');
    (one.key.querySelector('p') as Element).textContent = 'beta';
    await painter.update([one]);
    expect(scan.mock.calls.map(([text]) => text.original)).toEqual(['beta']);
    expect(marked('winnow-rule-1').sort()).toEqual(['alpha', 'alpha', 'beta']);
    expect(highlights.get('winnow-rule-1')?.has(before[1] as StaticRange)).toBe(true);
    painter.forget(one.key);
    expect(marked('winnow-rule-1')).toEqual(['alpha']);
  });

  test('a text is searched as the field that it belongs to', async () => {
    const painter = new Painter({ inSlices: allAtOnce });
    await painter.update([row('<h3>alpha</h3> <i>alpha</i> <p>alpha</p>')]);
    await painter.setRules(compileRules([rule('a', 'alpha', { fields: ['title'] })], null));
    expect(nodes().map((element) => element?.localName)).toEqual(['h3']);
  });

  test('only what belongs to the paper is marked, wherever it stands', async () => {
    const painter = new Painter({ inSlices: allAtOnce });
    const one = row('<h3>alpha</h3><h3>New: alpha, beta</h3> <em>alpha</em> <p>alpha</p>');
    await painter.update([
      {
        ...one,
        subject: () => ({ ...one.subject(), abstract: 'A summary of alpha and beta.' }),
      },
    ]);
    await painter.setRules(compileRules([rule('a', 'alpha'), rule('b', 'beta')], null));
    expect(marked('winnow-rule-1')).toEqual(['alpha', 'alpha', 'alpha']);
    expect(nodes().map((element) => element?.localName)).toEqual(['h3', 'h3', 'p']);
    one.key.innerHTML = '<h3>alpha</h3><p>Something else, about alpha.</p>';
    await painter.update([
      { ...one, subject: () => ({ ...one.subject(), abstract: 'A summary of alpha.' }) },
    ]);
    expect(nodes().map((element) => element?.localName)).toEqual(['h3']);
  });

  test('a text that comes on a page that stays as it is, is marked at once', async () => {
    const [one, other] = [row('alpha'), row('alpha')];
    const painter = new Painter({ inSlices: allAtOnce });
    await painter.update([one, other]);
    await painter.setRules(compileRules([rule('a', 'alpha'), rule('b', 'beta')], null));
    one.key.innerHTML = '<h3>alpha</h3><p>beta</p>';
    painter.renew([one]);
    expect(marked('winnow-rule-1').sort()).toEqual(['alpha', 'alpha', 'beta']);
  });

  test('what is in view is marked at once, the rest after what is waited for', async () => {
    const rows = [row('two'), row('two'), row('two')];
    let goOn = () => {};
    const painter = new Painter({
      inSlices: allAtOnce,
      inView: () => [rows[2]?.key ?? {}],
      afterView: () => new Promise<void>((resolve) => (goOn = resolve)),
    });
    void painter.update(rows);
    const done = painter.setRules(compileRules([rule('a', 'two')], null));
    expect(nodes()).toEqual([rows[2]?.key]);
    goOn();
    await done;
    expect(nodes()).toEqual([rows[2], rows[0], rows[1]].map((one) => one?.key));
  });

  test('a newer call ends an older one, and goes on from where that one was', async () => {
    const rows = [row('two one'), row('two'), row('two')];
    const painter = new Painter({
      async inSlices(items, signal, visit) {
        for (const item of items) {
          await Promise.resolve();
          if (signal.aborted) return;
          visit(item);
        }
      },
    });
    void painter.update(rows);
    const first = painter.setRules(compileRules([rule('a', 'two')], null));
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
    const second = painter.setFilterFinder(finder('one'));
    await first;
    expect(marked('winnow-rule-1')).toEqual(['two', 'two']);
    await second;
    expect(marked('winnow-rule-1')).toEqual(['two', 'two', 'two']);
    expect(marked('winnow-filter')).toEqual(['one']);
  });

  describe('of rows that are followed', () => {
    type Moved = (key: object, isNear: boolean) => void;
    const near = new Map<object, boolean>();
    let move: Moved = () => {};

    /** Nothing is near until it is said to be; in view is what the test says. */
    function follow(inView: Iterable<object> = []): Painter {
      near.clear();
      return new Painter({
        inSlices: allAtOnce,
        inView: () => inView,
        nearView(onMoved) {
          move = (key, isNear) => {
            near.set(key, isNear);
            onMoved(key, isNear);
          };
          return {
            follow: (key, _element, isNear) => near.set(key, isNear),
            unfollow: (key) => near.delete(key),
            isNear: (key) => near.get(key) ?? false,
          };
        },
      });
    }

    test('those that are near alone are searched and marked', async () => {
      const [one, other] = [row('alpha'), row('alpha beta')];
      const rules = compileRules([rule('a', 'alpha'), rule('b', 'beta')], null);
      const scan = vi.spyOn(rules, 'scan');
      const painter = follow([one.key]);
      await painter.update([one, other]);
      await painter.setRules(rules);
      expect(nodes()).toEqual([one.key]);
      expect(scan).toHaveBeenCalledTimes(1);
      move(other.key, true);
      expect(marked('winnow-rule-1')).toEqual(['alpha', 'alpha', 'beta']);
      move(one.key, false);
      expect(nodes()).toEqual([other.key, other.key]);
      move(one.key, true);
      expect(marked('winnow-rule-1')).toEqual(['alpha', 'beta', 'alpha']);
      expect(scan, 'what was found is known').toHaveBeenCalledTimes(2);
    });

    test('a row that a filter hid is marked again as soon as it is in view, before it is said to be near', async () => {
      const hidden = row('alpha');
      const inView = new Set([hidden.key]);
      const painter = follow(inView);
      await painter.update([hidden]);
      await painter.setRules(compileRules([rule('a', 'alpha')], null));
      inView.clear();
      await painter.setFilterFinder(finder('beta'));
      move(hidden.key, false);
      expect(nodes()).toEqual([]);
      inView.add(hidden.key);
      await painter.setFilterFinder(null);
      expect(nodes()).toEqual([hidden.key]);
    });

    test('rules and filters that come meanwhile mark a row when it comes near', async () => {
      const far = row('alpha beta');
      const painter = follow();
      await painter.update([far]);
      await painter.setRules(compileRules([rule('a', 'alpha')], null));
      move(far.key, true);
      expect(marked('winnow-rule-1')).toEqual(['alpha']);
      move(far.key, false);
      await painter.setRules(compileRules([rule('b', 'beta')], null));
      await painter.setFilterFinder(finder('alp'));
      expect([marked('winnow-rule-1'), marked('winnow-filter')]).toEqual([[], []]);
      move(far.key, true);
      expect([marked('winnow-rule-1'), marked('winnow-filter')]).toEqual([['beta'], ['alp']]);
      await painter.setRules(compileRules([rule('a', 'alpha')], null));
      expect(marked('winnow-rule-1')).toEqual(['alpha']);
    });

    test('a row that comes near before it was looked at is marked with what is asked for now', async () => {
      const far = row('alpha beta');
      const painter = follow();
      await painter.update([far]);
      await painter.setRules(compileRules([rule('a', 'alpha')], null));
      const done = painter.setRules(compileRules([rule('b', 'beta')], null));
      move(far.key, true);
      expect(marked('winnow-rule-1')).toEqual(['beta']);
      await done;
      expect(marked('winnow-rule-1')).toEqual(['beta']);
    });

    test('none is followed without rules and filter, and none that is gone', async () => {
      const [one, other] = [row('alpha'), row('beta')];
      const painter = follow([one.key]);
      await painter.update([one, other]);
      expect(near.size).toBe(0);
      await painter.setRules(compileRules([rule('a', 'alpha')], null));
      expect([...near]).toEqual([
        [one.key, true],
        [other.key, false],
      ]);
      painter.forget(one.key);
      expect(near.size).toBe(1);
      await painter.update([one]);
      await painter.setRules(compileRules([], null));
      expect(near.size).toBe(0);
      expect(nodes()).toEqual([]);
      await painter.setRules(compileRules([rule('a', 'alpha')], null));
      expect(nodes()).toEqual([one.key]);
      painter.remove();
      expect([near.size, ...nodes()]).toEqual([0]);
    });
  });
});

test('without CSS highlights the edges of rows say what was found', async () => {
  const [one, other] = [row('alpha beta'), row('beta')];
  const painter = new Painter({ inSlices: allAtOnce });
  expect(painter.isSupported).toBe(false);
  await painter.update([one, other]);
  await painter.setRules(
    compileRules([rule('a', 'alpha'), rule('b', 'beta', { colour: 3 })], null),
  );
  await painter.setFilterFinder(finder('alp'));
  expect(one.key.getAttribute('data-winnow-hit')).toBe('1 3 filter');
  expect(other.key.getAttribute('data-winnow-hit')).toBe('3');
  await painter.setRules(compileRules([rule('b', 'beta', { colour: 3 })], null));
  await painter.setFilterFinder(null);
  expect(one.key.getAttribute('data-winnow-hit')).toBe('3');
  painter.remove();
  expect(document.querySelector('[data-winnow-hit]')).toBeNull();
});
