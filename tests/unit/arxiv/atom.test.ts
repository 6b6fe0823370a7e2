// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAtom } from '@/lib/arxiv/atom';
import { entryXml, errorXml, feedXml, HTML } from './fake-api';

const FULL = `
  <entry>
    <id>http://arxiv.org/abs/2611.04242v3</id>
    <updated>2026-11-18T10:00:00Z</updated>
    <published>2026-11-02T09:30:00Z</published>
    <title>Bounds on $\\ell_2$
  for Schrödinger&#x20;operators</title>
    <summary>  We bound $\\|x\\|_2$ &amp; show that
  &lt;b&gt; "a &lt; b".
  <![CDATA[Also a<b.]]>
</summary>
    <author><name>Ada Čapek</name><arxiv:affiliation>A lab</arxiv:affiliation></author>
    <author>
      <name>李  四</name>
    </author>
    <arxiv:comment>12 pages,
      3 figures</arxiv:comment>
    <arxiv:journal_ref>J. Made Up 3 (2026) 1–12</arxiv:journal_ref>
    <arxiv:doi>10.1000/182</arxiv:doi>
    <link title="pdf" href="http://arxiv.org/pdf/2611.04242v3" rel="related"/>
    <arxiv:primary_category term="math.AP" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="math.AP" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cond-mat.mes-hall" scheme="http://arxiv.org/schemas/atom"/>
    <category term="68T05" scheme="http://arxiv.org/schemas/atom"/>
    <category term="I.2.6; I.2.7" scheme="http://arxiv.org/schemas/atom"/>
  </entry>`;

function entriesOf(xml: string) {
  const parsed = parseAtom(xml);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.entries;
}

describe('an entry', () => {
  test('is read whole', () => {
    expect(parseAtom(feedXml(FULL))).toEqual({
      ok: true,
      error: null,
      entries: [
        {
          id: 'arxiv:2611.04242',
          version: 3,
          title: 'Bounds on $\\ell_2$ for Schrödinger operators',
          abstract: 'We bound $\\|x\\|_2$ & show that <b> "a < b". Also a<b.',
          authors: ['Ada Čapek', '李 四'],
          published: '2026-11-02T09:30:00Z',
          updated: '2026-11-18T10:00:00Z',
          categories: ['math.AP', 'cs.LG', 'cond-mat.mes-hall'],
          comment: '12 pages, 3 figures',
          doi: '10.1000/182',
          journalRef: 'J. Made Up 3 (2026) 1–12',
        },
      ],
    });
  });

  test('may lack everything but its id', () => {
    const [entry] = entriesOf(feedXml('<entry><id>https://arxiv.org/abs/2611.00001</id></entry>'));
    expect(entry).toEqual({
      ...{ id: 'arxiv:2611.00001', version: null, title: null, abstract: null, authors: [] },
      ...{ published: null, updated: null, categories: [], comment: null, doi: null },
      journalRef: null,
    });
  });

  test.each([
    ['hep-th/9901001v1', 'arxiv:hep-th/9901001'],
    ['math.AG/0309136v2', 'arxiv:math/0309136'],
    ['0704.0001', 'arxiv:0704.0001'],
  ])('%s has the id %s', (written, id) => {
    expect(entriesOf(feedXml(entryXml({ id: written })))).toMatchObject([{ id }]);
  });

  test('without an id of arXiv is passed over', () => {
    const others = ['<entry/>', '<entry><id>javascript:alert(1)</id><title>x</title></entry>'];
    const known = entriesOf(feedXml(...others, entryXml({ id: 'x' }), FULL));
    expect(known.map(({ id }) => id)).toEqual(['arxiv:2611.04242']);
  });

  test('is not mixed up with the feed or the next one', () => {
    const xml = feedXml(entryXml({ id: '2611.00002', title: '' }), entryXml({ id: '2611.00001' }));
    expect(entriesOf(xml).map(({ title }) => title)).toEqual([null, 'Paper 2611.00001']);
  });
});

test('no entries are no mistake', () => {
  expect(parseAtom(feedXml())).toEqual({ ok: true, entries: [], error: null });
});

test('what the API says was wrong is told', () => {
  const message = 'incorrect id format for 2611.123456';
  expect(parseAtom(errorXml(message))).toEqual({ ok: true, entries: [], error: message });
});

describe('what is no answer', () => {
  const bomb = `<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`;
  const withDoctype = feedXml(FULL).replace('?>', `?>${bomb}`);

  test.each<[string, string]>([
    ['nothing', ''],
    ['HTML', HTML],
    ['XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['plain text', 'Rate exceeded.'],
    ['JSON', '{"feed":{}}'],
    ['a feed of another kind', '<rss version="2.0"><channel/></rss>'],
    ['a feed without its namespace', '<feed><entry/></feed>'],
    ['a document type', withDoctype],
    ['an unknown entity', feedXml(FULL).replace('Made Up', '&made;')],
    ['an external entity', withDoctype.replace('"aaaa"', 'SYSTEM "file:///etc/passwd"')],
    ['tags that cross', feedXml('<entry><id></entry></id>')],
    ['two feeds', feedXml() + feedXml()],
    ['a control character', feedXml(FULL).replace('Made Up', '\u0000')],
    ['an unknown prefix', feedXml('<entry><evil:id>x</evil:id></entry>')],
  ])('%s', (_, xml) => {
    expect(parseAtom(xml)).toEqual({ ok: false, reason: 'not-atom' });
  });

  test('is read as nothing wherever it is cut off', () => {
    const xml = feedXml(FULL).trim();
    for (let end = 0; end < xml.length; end += 1) {
      expect(parseAtom(xml.slice(0, end))).toMatchObject({ ok: false });
    }
    expect(parseAtom(xml.slice(0, -20))).toEqual({ ok: false, reason: 'cut-off' });
  });

  test('is read in good time, however deep or long', () => {
    const depth = 100_000;
    const deep = feedXml('<a>'.repeat(depth) + '</a>'.repeat(depth));
    expect(parseAtom(deep)).toEqual({ ok: false, reason: 'not-atom' });
    expect(parseAtom('x'.repeat(20_000_001))).toEqual({ ok: false, reason: 'not-atom' });
  }, 5_000);

  test('never throws', () => {
    const parts = [
      '<',
      '>',
      '/',
      '&',
      ';',
      'feed',
      'entry',
      '"',
      '=',
      '!',
      '[',
      ']',
      '-',
      '?',
      'id',
    ];
    const anyXml = fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string()))
      .map((all) => feedXml(all.join('')));
    fc.assert(
      fc.property(fc.oneof(anyXml, fc.string({ unit: 'binary' })), (xml) => {
        expect(typeof parseAtom(xml).ok).toBe('boolean');
      }),
    );
  });

  test('leaves prototypes alone', () => {
    const xml = feedXml(
      '<entry><id>http://arxiv.org/abs/2611.00001</id><__proto__>x</__proto__><constructor term="y"/></entry>',
    );
    expect(entriesOf(xml)).toHaveLength(1);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
