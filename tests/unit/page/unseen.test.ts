import { describe, expect, test } from 'vitest';
import { re2Engine } from '@/lib/filter/re2-engine';
import { setFilter } from '@/lib/page/narrow';
import type { PageState } from '@/lib/page/store';
import { mayHideMatches, unseenMatchesOf } from '@/lib/page/unseen';
import { UNDECIDED } from '@/lib/paper';
import type { Rule } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../../helpers/papers';
import { makeRow, makeSite, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

const CARDS = makeSite({ hides: { abstract: 'all', authors: 'all' } });
const ABSTRACT = 'Transformers attend to graphs.';
const paper = {
  ...{ id: idOf(1), title: 'On Graphs', abstract: ABSTRACT },
  ...{ authors: ['Ada Lovelace', 'Wei Li'], categories: ['cs.LG'] },
};

/** What cannot be seen of the matches on a row, with this filter and these rules. */
function unseen(filter: string, rules: Rule[] = [], known: Partial<PageState> = {}, row?: Row) {
  const one = row ?? makeRow(paper);
  const store = openPage([one], { site: CARDS, ...known });
  setFilter(store, filter, re2Engine);
  const state = store.getState();
  const compiled = state.matching?.has(one) ? state.filter.compiled : null;
  return unseenMatchesOf(state, one, { filter: compiled, rules: compileRules(rules, re2Engine) });
}

describe('on a card without an abstract', () => {
  test.each<[string, string | null]>([
    ['transformers', 'transformers in the abstract'],
    ['transform*', 'transform* in the abstract'],
    ['"attend to"', '"attend to" in the abstract'],
    ['/Trans\\w+/c', '/Trans\\w+/c in the abstract'],
    ['graphs', null],
    ['abs:graphs', 'graphs in the abstract'],
    ['graphs transformers', 'transformers in the abstract'],
    ['transformers attend li', 'transformers, attend in the abstract · li among the authors'],
    ['author:wei', 'wei among the authors'],
    ['transformers attend to graphs wei ada', 'transformers, attend, to in the abstract +2'],
    ['-zebra', null],
    ['zebra', null],
    ['is:unread', null],
    ['cs.LG', null],
  ])('%j says %j', (filter, text) => expect(unseen(filter)?.text ?? null).toBe(text));

  test('rules say which of their terms match', () => {
    const rules = [
      makeRule(1, { terms: ['diffusion', 'zebra', 'transformer*', 'attend'] }),
      makeRule(2, { terms: ['graphs'] }),
      makeRule(3, { terms: ['attend'], action: 'mute' }),
      makeRule(4, { terms: ['li'], fields: ['authors'] }),
      makeRule(5, { terms: ['attend'], enabled: false }),
    ];
    expect(unseen('', rules)?.text).toBe(
      'transformer*, attend in the abstract · li among the authors',
    );
  });

  test('a tag that matches is not marked, so it is named', () => {
    const saved = { [paper.id]: { ...UNDECIDED, tags: ['to read', 'graphs'] } };
    expect(unseen('read', [], { saved })?.text).toBe('read among the tags');
    expect(unseen('tag:to', [], { saved })?.text).toBe('to among the tags');
  });

  test('passages show where', () => {
    const far = makeRow({
      ...paper,
      abstract: `${'word '.repeat(90)}needle ${'word '.repeat(90)}`,
    });
    const passages = unseen('needle li', [], {}, far)?.passages();
    expect(passages?.map(({ field }) => field)).toEqual(['abstract', 'authors']);
    expect(passages?.[0]?.text).toMatch(/^… word .* needle word .* …$/);
    expect(passages?.[1]?.text).toBe('Wei Li');
  });
});

describe('where a part of the abstract is shown', () => {
  const texts = { title: 'h3', authors: null, categories: null, abstract: 'p' };
  const site = makeSite({ hides: { abstract: 'part' }, texts });

  function rowShowing(html: string): Row {
    const element = document.createElement('li');
    element.innerHTML = html;
    return makeRow(paper, { elements: [element] });
  }

  test.each<[string, string | null]>([
    ['<p>Transformers attend… ▽ More</p>', null],
    ['<p>…s attend to graphs.</p>', 'transformers in the abstract'],
    [
      '<p>… to graphs.</p><p style="display: none;">Transformers attend to graphs.</p>',
      'transformers in the abstract',
    ],
    ['<p>A summary on transformers</p>', 'transformers in the abstract'],
  ])('%j', (html, text) => {
    expect(unseen('transformers', [], { site }, rowShowing(html))?.text ?? null).toBe(text);
  });
});

describe('on a list', () => {
  const site = makeSite();

  test('all is seen but an abstract that was fetched', () => {
    expect(unseen('transformers', [], { site })).toBeNull();
    const bare = makeRow({ ...paper, abstract: null });
    const abstracts = { [paper.id]: ABSTRACT };
    expect(unseen('transformers', [], { site, abstracts }, bare)?.text).toBe(
      'transformers in the abstract',
    );
  });

  test('nothing need be looked for', () => {
    const state = openPage([makeRow(paper)], { site }).getState();
    expect(mayHideMatches(state)).toBe(false);
    expect(mayHideMatches({ ...state, site: CARDS })).toBe(true);
    expect(mayHideMatches({ ...state, matching: new Set() })).toBe(true);
    expect(mayHideMatches({ ...state, abstracts: { [paper.id]: ABSTRACT } })).toBe(true);
  });
});
