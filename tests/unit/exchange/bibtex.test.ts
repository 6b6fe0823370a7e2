// @vitest-environment node
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBibtex } from '@/lib/exchange/formats/bibtex-read';
import { writeBibtex } from '@/lib/exchange/formats/bibtex-write';
import type { PaperRecord } from '@/lib/library/store/record';
import { anyRecord, asFound, makeRecord, papersIn, read, written } from '../../helpers/exchange';
import { idOf } from '../../helpers/papers';

/** Not the code that wrote it. */
function independently(text: string): CslItem[] {
  return plugins.input.chain(text, { generateGraph: false }) as CslItem[];
}

interface CslItem {
  readonly [field: string]: unknown;
  readonly author?: readonly Readonly<Record<string, string>>[];
}

const full = makeRecord(
  {
    id: 'arxiv:2611.01234',
    title: '50% of $O(N^2)$: BERT & Schrödinger’s DNAs',
    authors: ['Ludwig van Beethoven', 'The ATLAS Collaboration'],
    authorsTotal: 9,
    abstract: 'Costs $5. Uses #1_2.',
    categories: ['cs.LG', 'stat.ML'],
    comments: '12 pages',
    journalRef: 'Phys. Rev. D 12 (2026)',
    date: '2026-11-05',
    version: 2,
    doi: '10.1103/physrevd.12.1',
  },
  { starred: true, status: 'reading', tags: ['to read', 'a, b'], note: 'See §3.\n\n- {x} -- 5%' },
  Date.UTC(2026, 10, 6),
);

describe('writing', () => {
  test('an entry is what people expect', () => {
    expect(written(writeBibtex, [full])).toMatchInlineSnapshot(`
      "@article{vanbeethoven202650,
        title = {50\\% of {$O(N^2)$}: {BERT} \\& Schrödinger’s {DNAs}},
        author = {van Beethoven, Ludwig and {The ATLAS Collaboration} and others},
        year = {2026},
        month = nov,
        day = {5},
        journal = {Phys. Rev. D 12 (2026)},
        doi = {10.1103/physrevd.12.1},
        eprint = {2611.01234},
        archiveprefix = {arXiv},
        primaryclass = {cs.LG},
        categories = {cs.LG, stat.ML},
        version = {2},
        url = {https://arxiv.org/abs/2611.01234},
        abstract = {Costs \\$5. Uses \\#1\\_2.},
        comments = {12 pages},
        keywords = {{a, b}, to read},
        annote = {See §3.

      - \\textbraceleft{}x\\textbraceright{} -{}- 5\\%},
        readstatus = {reading},
        starred = {true},
        creationdate = {2026-11-06T00:00:00.000Z}
      }

      "
    `);
  });

  test('another program reads the same', () => {
    const [item] = independently(written(writeBibtex, [full]));
    expect(item).toMatchObject({
      type: 'article-journal',
      DOI: '10.1103/physrevd.12.1',
      author: [
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { family: 'The ATLAS Collaboration' },
        { family: 'others' },
      ],
      issued: { 'date-parts': [[2026, 11, 5]] },
      URL: 'https://arxiv.org/abs/2611.01234',
      abstract: 'Costs $5. Uses #1_2.',
      keyword: 'a, b,to read',
      annote: expect.stringContaining('- {x} -- 5%'),
    });
  });

  test.each([
    ['Costs $5_$5', 'Costs \\$5\\_\\$5'],
    ['$50%$ of $\\sqrt{n}$', '\\$50\\%\\$ of $\\sqrt{n}$'],
  ])('what only looks like a formula is text: %s', (comments, field) => {
    const text = written(writeBibtex, [makeRecord({ comments })]);
    expect(text).toContain(`comments = {${field}}`);
    expect(independently(text)).toHaveLength(1);
  });

  test('another program takes whatever is in our texts for one entry each', () => {
    const records = fc.array(anyRecord, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(records, (all) => {
        expect(independently(written(writeBibtex, all))).toHaveLength(all.length);
      }),
    );
  });

  const keysOf = (records: readonly PaperRecord[]) =>
    papersInText(written(writeBibtex, records)).map(([, key]) => key);
  const papersInText = (text: string) => [...text.matchAll(/^@\w+\{([^,]*),$/gm)];

  test.each([
    [
      { authors: ['Ashish Vaswani'], date: '2017-06-12', title: 'Attention Is All You Need' },
      'vaswani2017attention',
    ],
    [
      { authors: ['Jörg Weiß-Müller'], date: '2020', title: 'The $O(n)$ of Łukasz' },
      'weissmuller2020lukasz',
    ],
    [
      { authors: ['Ludwig van Beethoven'], date: null, title: '{\\"U}ber 3D' },
      'vanbeethoven2026uber',
    ],
    [{ authors: [], date: null, title: '図書', id: 'title:図書' as const }, 'anonnd'],
    [
      { authors: ['Li Wei'], date: null, title: 'On the', id: 'arxiv:hep-th/9901001' as const },
      'wei1999',
    ],
    [
      { authors: ['The ATLAS Collaboration'], date: '2012-07', title: '13 TeV' },
      'theatlascollaboration201213',
    ],
  ])('the key of %j is %s', (known, key) => {
    expect(keysOf([makeRecord({ id: 'arxiv:2611.00001', ...known })])).toEqual([key]);
  });

  test('papers with the same key are told apart, and keep their keys when others come', () => {
    const same = Array.from({ length: 900 }, (_, n) =>
      makeRecord({ id: idOf(n), title: 'Deep things', authors: ['Ada Li'], date: '2026-01-01' }),
    );
    const all = keysOf(same);
    expect(new Set(all).size).toBe(900);
    expect(all[0]).toBe('li2026deep');
    expect(all.every((key) => /^li2026deep[a-z]*$/.test(key ?? ''))).toBe(true);
    expect(keysOf(same.slice(0, 500))).toEqual(all.slice(0, 500));
    expect(keysOf([same[0], same[7]] as PaperRecord[])).toEqual([all[0], all[7]]);
  });
});

test('every field that BibTeX holds comes back', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const [paper, ...more] = papersIn(readBibtex, written(writeBibtex, [record]));
      expect(more).toEqual([]);
      const kept = asFound(record);
      expect(paper).toEqual({
        ...kept,
        authorsTotal: null,
        upvotes: null,
        numComments: null,
        organization: null,
        codeUrl: null,
        codeStars: null,
        projectUrl: null,
        aiSummary: null,
        place: 1,
      });
    }),
    { numRuns: 500 },
  );
});

test('the TeX of a text is kept, and comes back as TeX or as what it means', () => {
  const title = String.raw`Schr\"odinger's \emph{cat} \& $\mathbb{R}^{n}$ in \LaTeX{} -- $\{0,1\}$`;
  const text = written(writeBibtex, [makeRecord({ title })]);
  expect(text).toContain(
    String.raw`title = {Schr\"odinger's \emph{cat} \& {$\mathbb{R}^{n}$} in \LaTeX{} -- $\{0,1\}$}`,
  );
  expect(papersIn(readBibtex, text)[0]?.title).toBe(
    String.raw`Schrödinger's cat & $\mathbb{R}^{n}$ in LaTeX – $\{0,1\}$`,
  );
});

test('braces that do not match hurt nothing', () => {
  const known = { title: 'Sets {a in $\\{1$ and b}}', abstract: '}}} @article{x, title={y}} \\' };
  const text = written(writeBibtex, [makeRecord(known), makeRecord({ id: idOf(2) })]);
  expect(papersIn(readBibtex, text)).toMatchObject([known, { title: 'A made-up paper' }]);
  expect(independently(text)).toHaveLength(2);
});

describe('reading what others write', () => {
  const one = (text: string) => papersIn(readBibtex, text)[0];

  test('Google Scholar', () => {
    const text = `@article{vaswani2017attention,
  title={Attention is all you need},
  author={Vaswani, Ashish and Shazeer, Noam and Polosukhin, Illia and others},
  journal={arXiv preprint arXiv:1706.03762v7},
  volume={30},
  year={2017}
}`;
    expect(one(text)).toMatchObject({
      title: 'Attention is all you need',
      authors: ['Ashish Vaswani', 'Noam Shazeer', 'Illia Polosukhin'],
      arxivId: '1706.03762',
      version: 7,
      journalRef: null,
      date: '2017',
      triage: {},
    });
  });

  test('DBLP', () => {
    const text = `@article{DBLP:journals/corr/abs-1706-03762,
  author       = {Ashish Vaswani and
                  Noam Shazeer},
  title        = {Attention Is All
                  You Need},
  journal      = {CoRR},
  volume       = {abs/1706.03762},
  year         = {2017},
  eprinttype    = {arXiv},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}`;
    expect(one(text)).toMatchObject({
      title: 'Attention Is All You Need',
      authors: ['Ashish Vaswani', 'Noam Shazeer'],
      arxivId: '1706.03762',
      journalRef: null,
    });
  });

  test('Zotero', () => {
    const text = String.raw`
@misc{muller_schrodingers_2024,
	title = {Schr{\"o}dinger's {BERT}: 50\% of {\'E}tudes},
	url = {http://arxiv.org/abs/2410.11842},
	doi = {10.48550/arXiv.2410.11842},
	abstract = {Two lines
and \$5.},
	urldate = {2024-10-20},
	publisher = {arXiv},
	author = {M{\"u}ller, J{\"o}rg and {The ATLAS Collaboration} and Garc{\'\i}a, Jos{\'e} and King, Jr., Martin Luther},
	month = oct,
	year = {2024},
	note = {arXiv:2410.11842 [cs]
Comment: 12 pages},
	keywords = {Computer Science - Machine Learning, to read},
	annote = {See §3.

Good.},
	file = {Full Text PDF:files/1/x.pdf:application/pdf},
}`;
    expect(one(text)).toMatchObject({
      title: "Schrödinger's BERT: 50% of Études",
      authors: ['Jörg Müller', 'The ATLAS Collaboration', 'José García', 'Martin Luther King Jr.'],
      abstract: 'Two lines and $5.',
      arxivId: '2410.11842',
      doi: null,
      comments: '12 pages',
      date: '2024-10',
      triage: {
        tags: ['Computer Science - Machine Learning', 'to read'],
        note: 'See §3.\n\nGood.',
      },
    });
  });

  test('BibLaTeX of Better BibTeX and JabRef', () => {
    const text = `% Encoding: UTF-8
@Comment{jabref-meta: databaseType:biblatex;}
@Online{key,
  title = {A}, subtitle = "B "{}"strays", date = {2024-11-05/2024-12-01},
  eprint = {2410.11842}, eprinttype = {arxiv}, eprintclass = {cs.LG},
  readstatus = {skimmed}, groups = {x}, keywords = {a; b, c},
  creationdate = {2024-11-06T10:00:00},
}`;
    expect(one(text)).toMatchObject({
      title: 'A: B',
      arxivId: '2410.11842',
      categories: ['cs.LG'],
      date: '2024-11-05',
      triage: { status: 'reading', tags: ['a', 'b, c'], added: Date.parse('2024-11-06T10:00:00') },
    });
  });

  test('macros, pieces, parentheses, capitals, fields without commas, published papers', () => {
    const text = `@STRING{nips = "Advances in " # {NeurIPS}}
@preamble{"\\newcommand{\\x}{y}"}
junk @ here
@INPROCEEDINGS(k1, TITLE = "One {"}two{"}" AUTHOR = "A. B", Year = 2020, booktitle = nips # " 3",
  volume = 4, number = 5, pages = "1--9", doi = "https://doi.org/10.1000/ABC")
@article{k 2,title={Same line}}@article{, title={No key}}@misc{title={No key at all}}`;
    expect(papersIn(readBibtex, text)).toMatchObject([
      {
        title: 'One "two"',
        authors: ['A. B'],
        journalRef: 'Advances in NeurIPS 3 4(5), 1–9',
        doi: '10.1000/abc',
        date: '2020',
        place: 4,
      },
      { title: 'Same line', place: 6 },
      { title: 'No key', place: 6 },
      { title: 'No key at all', place: 6 },
    ]);
  });

  test.each([
    [
      String.raw`\"{o} \"o {\"o} {\"{o}} \'{\i} \'\i \c{c} \c c \v{s} \H{o} \k{a} \r{a} \=a \.z \u{g} \d{h} \b{b}`,
      'ö ö ö ö í í ç ç š ő ą å ā ż ğ ḥ ḇ',
    ],
    [String.raw`\ss{} \ae \O{} \l{}ukasz \aa ngstr\"om \i \o\o`, 'ß æØ łukasz ångström ıøø'],
    [String.raw`a~b\,c\ d \- e\&f \% \_ \# \{x\} \~{} \^{}`, 'a b c d  e&f % _ # {x} ~ ^'],
    ["``a'' -- b --- c", '“a” – b — c'],
    [String.raw`\unknown{x} \mathbb \foo`, String.raw`\unknownx \mathbb \foo`],
    [String.raw`\textbf{a} {\em b} \url{c_d}`, 'a b c_d'],
  ])('%s', (tex, text) => {
    expect(one(`@misc{k, title = {${tex}}}`)?.title).toBe(text.replace(/\s+/g, ' '));
  });
});

describe('reading what is broken', () => {
  test.each([
    ['a brace that is missing', '@article{bad,\n title = {never closed,\n author = {A}\n}\n'],
    ['a quotation mark that is missing', '@article{bad,\n title = "never closed\n}\n'],
    ['an entry that is not closed', '@article{bad,\n title = {closed},\n'],
  ])('%s costs that entry alone', (_, bad) => {
    const good = (n: number) => `@article{good${n},\n  title = {Good ${n}}\n}\n`;
    const found = read(readBibtex, good(1) + bad + good(2) + good(3));
    expect(found).toMatchObject([
      { paper: { title: 'Good 1' } },
      { unreadable: { place: 4, excerpt: expect.stringContaining('@article{bad,') } },
      { paper: { title: 'Good 2' } },
      { paper: { title: 'Good 3' } },
    ]);
  });

  test('a file cut off anywhere gives the entries before, and says where it ends', () => {
    const text = written(writeBibtex, [full, makeRecord({ id: idOf(2), title: 'Second' }), full]);
    const starts = papersIn(readBibtex, text).map(({ place }) => place);
    for (let length = 0; length < text.length; length += 7) {
      const cut = text.slice(0, length);
      const found = read(readBibtex, cut);
      const whole = (cut.match(/^\}$/gm) ?? []).length;
      const papers = found.filter((one) => 'paper' in one);
      expect(papers).toHaveLength(whole);
      const begun = /\n?@\w+\{[^@]*$/.test(cut.slice(cut.lastIndexOf('\n}\n') + 3)) && whole < 3;
      if (begun) expect(found.at(-1)).toMatchObject({ unreadable: { place: starts[whole] } });
    }
  });

  test('an entry of nothing that names a paper is told', () => {
    expect(read(readBibtex, '@misc{k, author = {A}}')).toMatchObject([
      { unreadable: { place: 1, excerpt: '@misc{k}', reason: expect.stringContaining('title') } },
    ]);
  });

  test('marks of encodings and line ends of Windows', () => {
    const text =
      '\uFEFF% one\r\n@misc{k,\r\n  title = {A\r\n   b},\r\n  annote = {x\r\ny}\r\n}\r\n';
    expect(papersIn(readBibtex, text)).toMatchObject([
      { title: 'A b', place: 2, triage: { note: 'x\ny' } },
    ]);
  });

  test('an old id without its archive, and a stretch of time', () => {
    const text =
      '@article{a, title = {Moss}, eprint = {9901001}, archivePrefix = {arXiv}, primaryClass = {hep-th}}' +
      '@misc{b, title = {Fern}, eprint = {0309136v2}, eprinttype = {arxiv}, eprintclass = {math.AG}, date = {2024-11/2025-01}}' +
      '@misc{c, title = {Owl}, eprint = {9901001}, archivePrefix = {jstor}}';
    expect(papersIn(readBibtex, text)).toMatchObject([
      { arxivId: 'hep-th/9901001' },
      { arxivId: 'math/0309136', version: 2, date: '2024-11' },
      { arxivId: null },
    ]);
  });

  test('whatever it is, nothing is thrown and nothing is changed that should not be', () => {
    const deep = `@misc{k, title = ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}, __proto__ = {y}}`;
    expect(papersIn(readBibtex, deep)).toMatchObject([{ title: 'x' }]);
    expect(read(readBibtex, `@misc{k, title = ${'{'.repeat(100_000)}`)).toHaveLength(1);
    expect(read(readBibtex, '@a{'.repeat(20_000)).length).toBeLessThan(20_001);
    const parts = [
      '@misc{k,',
      '{',
      '}',
      '"',
      '#',
      'title',
      '=',
      ',',
      '\n',
      '@string{',
      '(',
      ')',
      '\\',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (all) => {
        expect(() => read(readBibtex, all.join(''))).not.toThrow();
      }),
    );
  });
});
