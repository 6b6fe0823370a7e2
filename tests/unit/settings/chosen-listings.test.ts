// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findListings } from '@/components/listings-chooser/find-listings';
import { ARXIV_LISTINGS } from '@/lib/settings/arxiv-listings';
import { chosenListings } from '@/lib/settings/settings';
import { siteFor } from '@/lib/sites';

beforeEach(() => fakeBrowser.reset());

test('each is at an address that Winnow runs on', () => {
  const codes = Object.keys(ARXIV_LISTINGS);
  const elsewhere = codes.filter(
    (code) => siteFor(new URL(`https://arxiv.org/list/${code}/new`))?.id !== 'arxiv-list',
  );
  expect(elsewhere).toEqual([]);
});

test('every category follows its archive', () => {
  const codes = Object.keys(ARXIV_LISTINGS);
  const archives = codes.map((code) => code.replace(/\..*/, ''));
  expect(archives.filter((archive) => !codes.includes(archive))).toEqual([]);
  const starts = archives.filter((archive, index) => archive !== archives[index - 1]);
  expect(starts).toEqual([...new Set(archives)]);
});

test('those that this version does not know are left out, and each is there once', async () => {
  const arxiv = ['math.AG', 'cs.NEW', 7, 'math.AG', 'toString', 'stat'];
  await fakeBrowser.storage.local.set({ chosenListings: { arxiv, huggingface: false } });
  expect(await chosenListings.getValue()).toEqual({
    arxiv: ['math.AG', 'stat'],
    huggingface: false,
  });
});

test.each([
  ['math.ag', ['math.AG']],
  ['  MACHINE learn ', ['cs.LG', 'stat.ML']],
  ['lattice high', ['hep-lat']],
  ['galaxies', ['astro-ph.GA']],
  ['finance portfolio', ['q-fin.PM']],
  ['no such thing', []],
])('“%s” finds %j', (words, codes) => {
  expect(findListings(words)).toEqual(codes);
});

test('the name of an archive finds all of its categories', () => {
  expect(findListings('economics')).toEqual(
    expect.arrayContaining(['econ', 'econ.EM', 'econ.GN', 'econ.TH', 'q-fin.EC']),
  );
  expect(findListings('')).toHaveLength(Object.keys(ARXIV_LISTINGS).length);
});
