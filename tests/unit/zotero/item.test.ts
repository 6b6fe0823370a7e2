// @vitest-environment node
import { expect, test } from 'vitest';
import { toZoteroItem } from '@/lib/zotero/item';
import { makeRecord } from '../../helpers/exchange';

test('a paper of arXiv is a preprint, with the user’s tags and note', () => {
  const record = makeRecord(
    {
      id: 'arxiv:2611.04242',
      title: 'Bounds  on $x$ for Schr\\"odinger',
      abstract: 'We bound\nit.',
      authors: ['Ada Čapek', 'Ludwig van Beethoven', 'Martin King Jr.', 'The ATLAS Collaboration'],
      categories: ['math.AP', 'cs.LG'],
      comments: '12 pages',
      date: '2026-11-02',
    },
    { starred: true, tags: ['to read', '図'], note: 'See §3 & <b>not</b> "bold".\nIt\'s\n\nso.' },
  );
  expect(toZoteroItem(record, 'ABCD2345')).toEqual({
    id: 'ABCD2345',
    itemType: 'preprint',
    title: 'Bounds on $x$ for Schrödinger',
    creators: [
      { creatorType: 'author', firstName: 'Ada', lastName: 'Čapek' },
      { creatorType: 'author', firstName: 'Ludwig', lastName: 'van Beethoven' },
      { creatorType: 'author', firstName: 'Martin, Jr.', lastName: 'King' },
      { creatorType: 'author', lastName: 'The ATLAS Collaboration', fieldMode: 1 },
    ],
    abstractNote: 'We bound it.',
    date: '2026-11-02',
    url: 'https://arxiv.org/abs/2611.04242',
    DOI: '10.48550/arXiv.2611.04242',
    repository: 'arXiv',
    archiveID: 'arXiv:2611.04242',
    libraryCatalog: 'arXiv.org',
    extra: 'arXiv:2611.04242 [math.AP]\nComment: 12 pages',
    tags: [{ tag: 'to read' }, { tag: '図' }],
    notes: [
      {
        note: '<p>See §3 &amp; &lt;b&gt;not&lt;/b&gt; &quot;bold&quot;.<br>It&#39;s</p><p>so.</p>',
      },
    ],
    attachments: [],
  });
});

test('a published paper has its own DOI', () => {
  const record = makeRecord({ doi: '10.1000/182', journalRef: 'J. Made Up 3 (2026)' });
  expect(toZoteroItem(record, 'ABCD2345')).toMatchObject({
    itemType: 'preprint',
    DOI: '10.1000/182',
    extra: expect.stringContaining('Journal reference: J. Made Up 3 (2026)'),
  });
});

test('a paper that is not on arXiv is an article where it has a DOI, else a document', () => {
  const article = toZoteroItem(
    makeRecord({ id: 'doi:10.1000/182', journalRef: 'J. Made Up' }),
    'x',
  );
  expect(article).toMatchObject({
    itemType: 'journalArticle',
    DOI: '10.1000/182',
    url: 'https://doi.org/10.1000/182',
    publicationTitle: 'J. Made Up',
  });
  const bare = toZoteroItem(makeRecord({ id: 'title:on nothing', title: 'On nothing' }), 'x');
  expect(bare).toEqual({
    id: 'x',
    itemType: 'document',
    title: 'On nothing',
    ...{ creators: [], tags: [], notes: [], attachments: [] },
  });
});
