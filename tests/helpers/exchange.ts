/** Papers with all that a library can know of them, and what is read of what is written. */
import fc from 'fast-check';
import { recogniseColumns } from '@/lib/exchange/formats/csv-columns';
import { csvHeader, readCsvAs } from '@/lib/exchange/formats/csv-read';
import type { ParsedPaper, ParseResult, Reader, Writer } from '@/lib/exchange/formats/parsed-paper';
import { newRecord, type PaperRecord } from '@/lib/library/store/record';
import { setFields } from '@/lib/library/store/record-fields';
import {
  EMPTY_METADATA,
  isFieldDecided,
  type Paper,
  STATUSES,
  TRIAGE_FIELDS,
  type TriageState,
} from '@/lib/paper';
import { anyCode, idOf } from './papers';

/** A record as the library keeps it. */
export function makeRecord(
  known: Partial<Paper> = {},
  triage: Partial<TriageState> = {},
  added = 0,
  num = 1,
): PaperRecord {
  const paper = {
    ...EMPTY_METADATA,
    id: idOf(1),
    title: 'A made-up paper',
    source: 'arxiv',
    ...known,
  } as const;
  const { tags = [], ...others } = triage;
  const fields = {
    ...others,
    added,
    ...Object.fromEntries(tags.map((tag) => [`tag:${tag}`, true])),
  };
  return setFields(newRecord(paper, num, '0'), fields, '0');
}

export function written(writer: Writer, records: readonly PaperRecord[]): string {
  return [...writer(records)].join('');
}

export function read(reader: Reader, text: string): ParseResult[] {
  return [...reader(text)];
}

/** The papers of a text that can all be read. */
export function papersIn(reader: Reader, text: string): ParsedPaper[] {
  return read(reader, text).map((found) => {
    if ('unreadable' in found) throw new Error(JSON.stringify(found.unreadable));
    return found.paper;
  });
}

/** Reads a table by the names of its columns, as an import does unless the user says otherwise. */
export const readCsv: Reader = (text) => readCsvAs(recogniseColumns(csvHeader(text)))(text);

/** What a record tells of a paper, in the form that readers find. */
export function asFound(record: PaperRecord): Omit<ParsedPaper, 'place'> {
  const { source: _, ...meta } = record.meta;
  return {
    ...meta,
    arxivId: record.id.startsWith('arxiv:') ? record.id.slice(6) : null,
    doi: record.id.startsWith('doi:') ? record.id.slice(4) : record.meta.doi,
    triage: {
      ...Object.fromEntries(
        TRIAGE_FIELDS.filter((field) => isFieldDecided(record.triage, field)).map((field) => [
          field,
          record.triage[field],
        ]),
      ),
      ...(record.added > 0 && { added: record.added }),
    },
  };
}

/** Pieces that trip careless readers and writers. */
const PIECES = [
  ...[
    'Sparse',
    'BERT',
    'Schrödinger',
    '図書',
    '🙂',
    'naïve',
    'and',
    'others',
    'x',
    '5',
    ' ',
    ' ',
    ' ',
  ],
  ...[
    ',',
    ';',
    ':',
    '"',
    "'",
    '`',
    '=',
    '+',
    '-',
    '@',
    '|',
    '<b>',
    '&',
    '%',
    '#',
    '_',
    '~',
    '^',
    '/',
  ],
  ...[
    '$5',
    '$\\ell_2$',
    '$O(N^2)$',
    '--',
    '---',
    '``',
    "''",
    '==',
    '# ',
    '@article{',
    'TY  - JOUR',
  ],
];
/** Those, and what TeX or a line end would be: only texts that are the user's own hold them. */
const PLAIN_PIECES = [
  ...PIECES,
  '\\',
  '{',
  '}',
  '$',
  '\\$',
  '\\emph',
  '\n',
  '\n\n',
  'ER  - ',
  '\t',
];

const pieces = (all: readonly string[], max: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...all), fc.string({ unit: 'grapheme', maxLength: 3 })), {
      minLength: 1,
      maxLength: max,
    })
    .map((found) => found.join(''));

const oneLine = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
/** TeX stands for other characters: what is written is not what is read, by intent. */
const withoutTex = (text: string) => text.replace(/\\|[{}]|--+|``|''/g, '');

/** A text of authors, on one line. */
const anyText = pieces(PIECES, 8)
  .map((text) => oneLine(withoutTex(text)))
  .map((text) => withoutTex(text) || 'x')
  .filter((text) => text.trim() === text && text !== '');

/** A text of the user's own. */
const anyNote = pieces(PLAIN_PIECES, 10)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no format but JSON and CSV holds them
  .map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''))
  .filter((text) => text.trim() !== '');

const anyTag = pieces(PLAIN_PIECES, 4)
  .map(oneLine)
  .filter((tag) => tag !== '');

const anyName = fc.constantFrom(
  ...['Ada Lovelace', 'Ludwig van Beethoven', 'Martin Luther King Jr.', 'The ATLAS Collaboration'],
  ...[
    'Plato',
    'José García',
    'Barnes and Noble',
    'Q. V. Le',
    'Čapek, K.',
    '林 光',
    "Conor O'Brien",
    'others',
  ],
);

const anyDate = fc.constantFrom(null, '2024', '2024-02', '2024-02-29', '1999-12-01');

const anyState = fc.record({
  starred: fc.boolean(),
  dismissed: fc.boolean(),
  status: fc.constantFrom(...STATUSES),
  tags: fc.uniqueArray(anyTag, { maxLength: 4 }),
  note: fc.oneof(fc.constant(''), anyNote),
} satisfies { [K in keyof TriageState]: fc.Arbitrary<TriageState[K]> });

export const anyRecord: fc.Arbitrary<PaperRecord> = fc
  .record({
    id: fc.constantFrom(
      ...(['arxiv:2611.00001', 'arxiv:hep-th/9901001', 'arxiv:math/0309136'] as const),
      ...(['doi:10.1000/a_b(c);d', 'title:a made-up paper'] as const),
    ),
    title: anyText,
    abstract: fc.option(anyText),
    authors: fc.array(anyName, { maxLength: 4 }),
    notShown: fc.nat({ max: 2 }),
    categories: fc.uniqueArray(fc.constantFrom('cs.LG', 'math.AG', 'hep-th'), { maxLength: 3 }),
    comments: fc.option(anyText),
    journalRef: fc.option(anyText),
    date: anyDate,
    version: fc.option(fc.integer({ min: 1, max: 9 })),
    upvotes: fc.option(fc.nat({ max: 500 })),
    numComments: fc.option(fc.nat({ max: 20 })),
    organization: fc.option(anyText),
    code: anyCode,
    projectUrl: fc.option(fc.constantFrom('https://a.example/', 'https://b.example/x?y=1,%202;z')),
    aiSummary: fc.option(anyText),
    doi: fc.option(fc.constantFrom('10.1103/physrevd.1.2', '10.1000/x<y>_z#1')),
    source: fc.constantFrom('arxiv', 'huggingface'),
    state: anyState,
    added: fc.constantFrom(0, 1_700_000_000_123),
  })
  .map(({ notShown, state, added, code, ...known }) =>
    makeRecord(
      { ...known, ...code, authorsTotal: notShown > 0 ? known.authors.length + notShown : null },
      state,
      added,
    ),
  );
