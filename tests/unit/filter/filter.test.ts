// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type Filter, FLAGS, flagsOf, type Subject, type Term } from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { printFilter } from '@/lib/filter/print';
import { re2Engine } from '@/lib/filter/re2-engine';
import { UNDECIDED } from '@/lib/paper';
import { foldText } from '@/lib/text/fold';

const PAPER: Subject = {
  title: 'Multi-head Attention for Schrödinger\nBridges',
  abstract: 'We study state\nspace models in $O(n \\log n)$, with A* and C++. 深層学習 too.',
  authors: ['Łukasz Kaiser', 'Ana de Vries'],
  categories: ['cs.LG', 'cond-mat.str-el'],
  tags: ['to read', 'Bridges'],
  year: 2024,
  flags: new Set(['starred', 'new', 'unread'] as const),
};

function matches(text: string, subject = PAPER): boolean {
  return compileFilter(parseFilter(text).filter, re2Engine).matches(subject);
}

function marked(text: string, where: string, field: (typeof FIELDS)[number] | null = null) {
  const places = compileFilter(parseFilter(text).filter, re2Engine).find(foldText(where), field);
  return places.map(([start, end]) => where.slice(start, end));
}

describe('a paper matches', () => {
  test.each([
    ...['', '  ', 'atten', 'ATTENTION bridges', 'schrodinger', 'Schrödinger', 'kaiser', 'cs.lg'],
    ...['"state space"', '"multi head"', 'state-spa', '"schrodinger bridges"', 'atten*', '学習'],
    ...['A*', 'c++', 'O(n', '-diffusion', 'diffusion OR bridges', '(a OR b) (bri* OR x)'],
    ...[
      'author:kaiser',
      'author:"de vries"',
      'au:ana',
      'author:/^ana/',
      'title:atten',
      'abs:state',
    ],
    ...[
      'cat:cs',
      'cat:cs.LG',
      'cat:CS.lg',
      'cat:cond-mat',
      'cat:cond*',
      'cat:"cs.lg"',
      'cat:/l.$/',
    ],
    ...['tag:to', 'tag:bri', 'tag:"to read"', 'tag:TO*', 'is:starred', 'is:new', 'IS:Unread'],
    ...[
      'is:tagged',
      'status:unread',
      'year:2024',
      'year:2020-2024',
      'year:2024-',
      'year:-2024',
      '-year:2023',
    ],
    ...['-is:dismissed', '-(is:seen OR is:read)', '/schr.dinger/', '/STATE SPACE/'],
    ...[
      '/Multi/c',
      '/o\\(n/',
      '--attention',
      '-(-attention)',
      'author:',
      'is:',
      'attention OR',
      '-',
    ],
    ...['""', '(', '()', 'a OR (b attention', '"state spa ce" OR "state space', '\u0301'],
  ])('%j', (text) => expect(matches(text)).toBe(true));

  test.each([
    ...['tention', '"state spac"', '"space state"', 'diffusion', '-attention', 'atten -bridges'],
    ...[
      'author:attention',
      'author:"kaiser ana"',
      'title:state',
      'abs:attention',
      'cat:c',
      'cat:LG',
    ],
    ...['cat:"cs"', 'cat:math', 'tag:read', 'tag:"to"', 'is:dismissed', '-is:starred', '/multi/c'],
    ...[
      'zebra state OR atten zoo',
      '-(attention OR x)',
      'is:foo',
      'foo:bar',
      '/state',
      '/(?=a)/',
      '"bridges to"',
    ],
  ])('not %j', (text) => expect(matches(text)).toBe(false));

  test('only what the engine runs: without one a pattern matches nothing', () => {
    expect(compileFilter(parseFilter('/a/').filter, null).matches(PAPER)).toBe(false);
    const { problems } = compileFilter(parseFilter('/(?=a)/').filter, re2Engine);
    expect(problems).toEqual([
      '/(?=a)/ is not searched for. Looking ahead or behind, as (?=…) or (?<!…) do, is not supported.',
    ]);
  });

  test('without an abstract', () => {
    expect(matches('state', { ...PAPER, abstract: null })).toBe(false);
    expect(matches('-abs:state', { ...PAPER, abstract: null })).toBe(true);
  });
});

describe('what is marked', () => {
  test.each([
    ['atten', 'Attention pays attention', ['Atten', 'atten']],
    ['"state space"', 'state\n  space, state-space', ['state\n  space', 'state-space']],
    ...['“%”', '„%“', '”%”', '«%»', '»%«', '「%」', '“%'].map(
      (quotes): [string, string, string[]] => [
        quotes.replace('%', 'state space'),
        'a state space, a space state',
        ['state space'],
      ],
    ),
    ['title:“state space” -„of mind“', 'state space', ['state space']],
    ['«the "large" model»', 'a “large” model, the “large” model', ['the “large” model']],
    ['-head attention', 'head attention', ['attention']],
    ['-(-head)', 'head', ['head']],
    ['-(a -head)', 'head', []],
    ['state OR /sp\\w+/', 'state space', ['state', 'space']],
    ['atten attention', 'attention', ['attention']],
    ['is:new', 'new', []],
    ['/x*/', 'axxb', ['xx']],
    ['schrodinger', 'Schro\u0308dinger’s', ['Schro\u0308dinger']],
  ])('%j in %j', (text, where, found) => expect(marked(text, where)).toEqual(found));

  test('in the field that is asked for', () => {
    expect(marked('author:ana', 'Ana', 'title')).toEqual([]);
    expect(marked('author:ana', 'Ana', 'authors')).toEqual(['Ana']);
    expect(marked('author:ana', 'Ana')).toEqual(['Ana']);
    expect(marked('cat:cs', 'cs.LG', 'categories')).toEqual(['cs']);
    expect(marked('cat:lg', 'cs.LG', 'categories'), 'which does not match').toEqual([]);
  });
});

describe('what the user is told', () => {
  test.each([
    ['attention -x "a" (b OR c) is:new', []],
    [
      'is:foo',
      [
        'Searching for "is:foo" as a word: there is no such state. There are starred, new, seen, dismissed, unread, reading, read, tagged.',
      ],
    ],
    [
      'status:starred',
      [
        'Searching for "status:starred" as a word: there is no such state. There are unread, reading, read.',
      ],
    ],
    ['status:', ['Say which after "status:": unread, reading, read.']],
    ['year:last', ['Say which year after "year:", as 2024, 2020-2024 or 2020-.']],
    [
      'note:later',
      [
        'Notes cannot be searched alone: words are looked for in all texts of your list, notes included.',
      ],
    ],
    ['/foo bar', ['"/foo" has no closing "/" yet.']],
    ['author: x', ['Say what to look for right after "author:".']],
    ['a OR', ['Say what to look for on both sides of OR.']],
    ['(a', ['A closing ")" is missing; it is taken to be at the end.']],
    ['"a b', ['A closing quote is missing; it is taken to be at the end.']],
  ])('%j', (text, problems) => expect(parseFilter(text).problems).toEqual(problems));
});

test.each([
  ...['', 'a', '/a/', 'a /b c/ d', 'a/', '/ a', 'a / b', '"/a', '(a', 'author:', 'a OR', '/[/'].map(
    (text) => [text, true] as const,
  ),
  ...['/', '/a', 'b /a', '/a b', '(/a', 'title:/a', '-/', 'b /', '/a/x', '/a\\/'].map(
    (text) => [text, false] as const,
  ),
])('%j is whole: %s', (text, expected) => expect(parseFilter(text).isWhole).toBe(expected));

test.each([
  ['a  (b)', 'a b'],
  ['(a OR (b OR c)) d', '(a OR (b OR c)) d'],
  ['au:x ABS:"y  z" category:cs', 'author:x abs:"y  z" cat:cs'],
  ['-(a b) --c', '-(a b) c'],
  ['(x OR f( )', 'x OR f('],
  ['/A\\/b/i /A/c', '/A\\/b/ /A/c'],
  ['“a b” au:„c d“', '"a b" author:"c d"'],
])('%j prints as %j', (text, printed) =>
  expect(printFilter(parseFilter(text).filter)).toBe(printed),
);

/** Made of what makes trouble, so that random filters are of every kind. */
const anyPiece = fc.constantFrom(
  ...[
    'a',
    'b',
    'é',
    'i',
    'c',
    'OR',
    '-',
    '(',
    ')',
    'f(',
    '"',
    '“',
    '”',
    '«',
    '/',
    '\\',
    '*',
    '[',
    '.',
    '+',
    '学',
  ],
  ...[' ', ' ', ' ', '\n', 'author:', 'cat:', 'is:', 'is:new', '🙂', '\ud83d', '\u0301', 'ß'],
);
const anyText = fc.oneof(
  fc.array(anyPiece, { maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const anyWord = fc.stringMatching(/^[a-eé.+:=][a-eé.+:="'/-]{0,4}$/u);
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), text: anyWord }),
  fc.record({
    kind: fc.constant('stem' as const),
    text: anyWord.filter((text) => text.length > 1),
  }),
  fc.record({
    kind: fc.constant('phrase' as const),
    text: fc.stringMatching(/^[a-e()/*-][a-e ()/*-]*$/),
  }),
  fc.record({
    kind: fc.constant('regex' as const),
    source: fc.stringMatching(/^(?:[a-e |.()"]|\\\/|\\d)+$/),
    matchCase: fc.boolean(),
  }),
);
const anyYear = fc.integer({ min: 1990, max: 2030 });
const anyYears = fc.oneof(
  anyYear.map((year) => ({ kind: 'year' as const, from: year, to: year })),
  fc.record({ kind: fc.constant('year' as const), from: anyYear, to: anyYear }),
  anyYear.map((from) => ({ kind: 'year' as const, from, to: null })),
  anyYear.map((to) => ({ kind: 'year' as const, from: null, to })),
);
const { filter: anyFilter } = fc.letrec<{ filter: Filter; operand: Filter }>((tie) => {
  const both = fc.array(tie('filter'), { minLength: 2, maxLength: 3 });
  const one = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      field: fc.option(fc.constantFrom(...FIELDS)),
      term: anyTerm,
    }),
    fc.record({ kind: fc.constant('is' as const), flag: fc.constantFrom(...FLAGS) }),
    anyYears,
  );
  return {
    operand: one,
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('operand'),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), filters: both }),
      tie('filter').map(
        (filter): Filter => (filter.kind === 'not' ? filter : { kind: 'not', filter }),
      ),
    ),
  };
});
const anySubject: fc.Arbitrary<Subject> = fc.record({
  title: anyText,
  abstract: fc.option(anyText),
  authors: fc.array(anyText, { maxLength: 2 }),
  categories: fc.array(anyText, { maxLength: 2 }),
  tags: fc.array(anyText, { maxLength: 2 }),
  year: fc.option(anyYear),
  flags: fc.subarray([...FLAGS]).map((flags) => new Set(flags)),
});

describe('laws', () => {
  const reparsed = (filter: Filter) => parseFilter(printFilter(filter)).filter;

  test('what is printed parses to the same, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { filter } = parseFilter(text);
        expect(reparsed(filter)).toEqual(filter);
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is printed parses to the same, for any filter', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(reparsed(filter)).toEqual(filter);
      }),
      { numRuns: 1_000 },
    );
  });

  test('any filter can be asked about anything, and marks places of the text, in order and apart', () => {
    fc.assert(
      fc.property(anyText, anySubject, anyText, (text, subject, where) => {
        const { matches: isMatch, find } = compileFilter(parseFilter(text).filter, re2Engine);
        expect(typeof isMatch(subject)).toBe('boolean');
        let after = 0;
        for (const [start, end] of find(foldText(where), null)) {
          expect(start).toBeGreaterThanOrEqual(after);
          expect(end).toBeGreaterThan(start);
          after = end;
        }
        expect(after).toBeLessThanOrEqual(where.length);
      }),
    );
  });

  test('-q is the complement of q', () => {
    fc.assert(
      fc.property(anyFilter, anySubject, (filter, subject) => {
        const q = `(${printFilter(filter)} )`;
        expect(matches(`-${q}`, subject)).toBe(!matches(q, subject));
      }),
    );
  });

  test('one after the other is both, OR is either', () => {
    fc.assert(
      fc.property(anyFilter, anyFilter, anySubject, (one, other, subject) => {
        const [a, b] = [`(${printFilter(one)} )`, `(${printFilter(other)} )`];
        const [isA, isB] = [matches(a, subject), matches(b, subject)];
        expect(matches(`${a} ${b}`, subject)).toBe(isA && isB);
        expect(matches(`${a} OR ${b}`, subject)).toBe(isA || isB);
        expect(matches(`-(${a} OR ${b})`, subject)).toBe(matches(`-${a} -${b}`, subject));
      }),
    );
  });
});

test('deep and long texts are taken', () => {
  for (const text of [
    '('.repeat(5_000),
    '-('.repeat(4_000),
    '(a OR (b '.repeat(1_000),
    '-'.repeat(9_000),
  ]) {
    const { filter } = parseFilter(text);
    expect(reparse(filter)).toEqual(filter);
  }
  expect(parseFilter('a '.repeat(20_000)).problems).toEqual([
    'This is too long; only its beginning is used.',
  ]);
});

function reparse(filter: Filter): Filter {
  return parseFilter(printFilter(filter)).filter;
}

test('the flags of a state', () => {
  const state = { ...UNDECIDED, starred: true, tags: ['x'] };
  expect([...flagsOf(state, { isNew: true, isSeen: false })].sort()).toEqual([
    ...['new', 'starred', 'tagged', 'unread'],
  ]);
});
