// @vitest-environment node
/** Every route of arXiv's software that an address bar can show, and what it serves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArxivPage, arxivPlace } from '@/lib/sites/arxiv-routes';

const LISTINGS: readonly [string, ArxivPage][] = [
  ['list/cs.LG/new', 'list'],
  ['list/cs.LG/new/', 'list'],
  ['list/cond-mat.mes-hall/recent?skip=25&show=25', 'list'],
  ['list/alg-geom/pastweek', 'list'],
  ['list/q-bio/current', 'list'],
  ['list/hep-th/1999', 'list'],
  ['list/hep-th/1999-12', 'list'],
  ['list?archive=math&year=2026&month=10&submit=Go', 'list'],
  ['list/?archive=math&year=2026&month=all', 'list'],
  ['list?archive=math&year=2026', 'list'],
  ['list/cs.LG/new?year=2026&month=10', 'list'],
  ['list/cs.LG/soon?year=2026', 'list'],
  ['catchup/grp_physics/2026-11-20', 'list'],
  ['catchup/cs.LG/2026-11-20?abs=True&page=2', 'list'],
  ['a/someone_s_1', 'list'],
  ['a/someone_s_1.html', 'list'],
  ['a/0000-0002-1825-009X', 'list'],
  ['search/?query=moss&searchtype=all', 'search'],
  ['search?query=moss', 'search'],
  ['search/cs?query=moss', 'search'],
  ['search/cs,q-bio?query=moss', 'search'],
  ['search/advanced?advanced=', 'search'],
  ['search/advanced?advanced=1&terms-0-term=moss', 'search'],
  ['search/advanced/cs,math?advanced=&terms-0-term=moss', 'search'],
  ['tb/recent', 'trackbacks'],
  ['tb/recent?views=200', 'trackbacks'],
];

const PAPERS: readonly [string, ArxivPage, string, number | null][] = [
  ['abs/2611.10431', 'paper', 'arxiv:2611.10431', null],
  ['abs/2611.10431v2?context=cs', 'paper', 'arxiv:2611.10431', 2],
  ['abs/hep-th/9901001v3', 'paper', 'arxiv:hep-th/9901001', 3],
  ['abs?id=2611.10431v2', 'paper', 'arxiv:2611.10431', 2],
  ['abs?id=hep-th/9901001', 'paper', 'arxiv:hep-th/9901001', null],
  ['abs?archive=hep-th&papernum=9901001', 'paper', 'arxiv:hep-th/9901001', null],
  ['abs?hep-th/9901001', 'paper', 'arxiv:hep-th/9901001', null],
  ['html/2611.10431v1', 'html', 'arxiv:2611.10431', 1],
  ['html/2611.10431v1/', 'html', 'arxiv:2611.10431', 1],
  ['html/math.AG/0309136', 'html', 'arxiv:math/0309136', null],
  ['pdf/2611.10431', 'pdf', 'arxiv:2611.10431', null],
  ['pdf/2611.10431v4.pdf', 'pdf', 'arxiv:2611.10431', 4],
  ['pdf/hep-th/9901001', 'pdf', 'arxiv:hep-th/9901001', null],
];

const NOTHING = [
  ...['', 'index', 'archive', 'archive/cs', 'archive/cs/recent', 'year/cs', 'year/cs/2026'],
  ...['list', 'list/', 'list/cs.LG', 'list/cs.LG/soon', 'list?archive=cs', 'list?year=2026'],
  ...['list/?400', 'list/1801.00023', 'list/cs.LG/new?archive=', 'list?archive=cs&year=soon'],
  ...['catchup', 'catchup?subject=cs.LG&date=2026-11-20', 'catchup/cs.LG', 'catchup/cs.LG/today'],
  ...['a/', 'a/someone_s_1.atom', 'a/someone_s_1.atom2', 'a/someone_s_1.json', 'a/someone_s_1.js'],
  ...['search', 'search/?query=+', 'search/cs', 'search/status?query=moss', 'search?advanced='],
  ...['search/advanced', 'search/advanced?terms-0-term=moss', 'search/advanced/cs?query=moss'],
  ...['tb', 'tb/2611.10431', 'tb/redirect/1/abc', 'trackback/2611.10431'],
  ...['abs', 'abs/', 'abs?id=', 'abs?id=soon', 'abs?archive=hep-th', 'abs/pending/1', 'abs?q=1/2'],
  ...['abs/2611.10431?fmt=txt', 'abs?id=2611.10431&fmt=txt', 'abs/2611.10431/more'],
  ...['html/2611.10431v1/x1.png', 'pdf/soon', 'format/2611.10431', 'src/2611.10431/anc'],
  ...['e-print/2611.10431', 'bibtex/2611.10431', 'audio/2611.10431', 'dvi/2611.10431', 'rss/cs.LG'],
  ...['prevnext?id=2611.10431&function=next&context=cs', 'show-email/abc/2611.10431'],
  ...['stats/today', 'stats/monthly_submissions', 'category_taxonomy', 'cookies', 'repec', 'login'],
  ...['help/submit', 'about', 'user/', 'auth/show-endorsers/2611.10431', 'openurl-cookie', 'form'],
];

const at = (path: string, host = 'arxiv.org') => arxivPlace(new URL(path, `https://${host}/`));

describe('arXiv serves', () => {
  it.each(LISTINGS)('at /%s a page of kind %s', (path, serves) => {
    expect(at(path)).toEqual({ serves, paper: null });
  });

  it.each(PAPERS)('at /%s a page of kind %s about %s', (path, serves, id, version) => {
    expect(at(path)).toEqual({ serves, paper: { id, version } });
  });

  it.each(NOTHING)('at /%s no papers', (path) => {
    expect(at(path)).toBeNull();
  });

  it('the same on every host, and nothing on others', () => {
    const paths = [...LISTINGS, ...PAPERS].map(([path]) => path);
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(label, { maxLength: 2 }), (path, labels) => {
        expect(at(path, [...labels, 'arxiv.org'].join('.'))).toEqual(at(path));
        expect(at(path, [...labels, 'notarxiv.org'].join('.'))).toBeNull();
        expect(at(path, ['arxiv.org', ...labels, 'example'].join('.'))).toBeNull();
      }),
    );
  });
});
