import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { webUrl } from '@/lib/paper';
import { parseJson } from '@/lib/text/parse-json';
import { collapseSpace } from '@/lib/text/white-space';
import { joinName } from './author-names';
import {
  EMPTY_PAPER,
  parseCode,
  parseDate,
  parseTriage,
  stripBom,
  textOrNull,
  toExcerpt,
  toParseResult,
  toPartialDate,
} from './field-values';
import { arxivNote, findIds } from './ids-in-fields';
import { jsonElements } from './json-elements';
import type { ParsedPaper, ParseResult, Reader } from './parsed-paper';

/** Many programs write numbers in place of text. Values of other types are ignored. */
const TextSchema = v.fallback(
  v.union([
    v.string(),
    v.pipe(v.number(), v.transform(String)),
    v.pipe(v.boolean(), v.transform(String)),
  ]),
  '',
);
const OptionalTextSchema = v.optional(TextSchema, '');
/** Crossref's records contain lists of texts, of which the first counts. */
const FirstTextSchema = v.optional(
  v.union([
    v.pipe(
      v.array(TextSchema),
      v.transform(([one = '']) => one),
    ),
    TextSchema,
  ]),
  '',
);
const CountSchema = v.fallback(
  v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  null,
);
const TextsSchema = v.fallback(v.array(TextSchema), []);

const NameSchema = v.fallback(
  v.object({
    ...{
      family: OptionalTextSchema,
      given: OptionalTextSchema,
      suffix: OptionalTextSchema,
      literal: OptionalTextSchema,
    },
    ...{ 'non-dropping-particle': OptionalTextSchema, 'dropping-particle': OptionalTextSchema },
  }),
  {
    ...{ family: '', given: '', suffix: '', literal: '' },
    ...{ 'non-dropping-particle': '', 'dropping-particle': '' },
  },
);

const DateSchema = v.fallback(
  v.object({
    'date-parts': v.optional(v.fallback(v.array(TextsSchema), []), []),
    raw: OptionalTextSchema,
    literal: OptionalTextSchema,
  }),
  { 'date-parts': [], raw: '', literal: '' },
);

/** Only in our own files. */
const OwnSchema = v.object({
  ...{ arxivId: OptionalTextSchema, doi: v.optional(TextSchema), comments: OptionalTextSchema },
  ...{ authorsTotal: v.optional(CountSchema, null), upvotes: v.optional(CountSchema, null) },
  ...{ numComments: v.optional(CountSchema, null), organization: OptionalTextSchema },
  ...{ codeUrl: OptionalTextSchema, codeStars: v.optional(CountSchema, null) },
  ...{ projectUrl: OptionalTextSchema, aiSummary: OptionalTextSchema },
  ...{
    starred: OptionalTextSchema,
    dismissed: OptionalTextSchema,
    status: OptionalTextSchema,
    added: OptionalTextSchema,
  },
  tags: v.optional(TextsSchema),
});

const ItemSchema = v.object({
  ...{
    id: OptionalTextSchema,
    title: FirstTextSchema,
    abstract: OptionalTextSchema,
    DOI: OptionalTextSchema,
  },
  ...{
    URL: OptionalTextSchema,
    number: OptionalTextSchema,
    archive: OptionalTextSchema,
    version: OptionalTextSchema,
  },
  ...{ archive_location: OptionalTextSchema, note: OptionalTextSchema, annote: OptionalTextSchema },
  ...{
    keyword: OptionalTextSchema,
    volume: OptionalTextSchema,
    issue: OptionalTextSchema,
    page: OptionalTextSchema,
  },
  'container-title': FirstTextSchema,
  author: v.optional(v.fallback(v.array(NameSchema), []), []),
  issued: v.optional(DateSchema),
  categories: v.optional(TextsSchema, []),
  custom: v.optional(v.fallback(v.object({ winnow: v.optional(OwnSchema) }), {}), {}),
});
type Item = v.InferOutput<typeof ItemSchema>;

/**
 * Reads CSL-JSON as written by Winnow, Zotero, Better BibTeX and Pandoc, and single items from
 * Crossref.
 */
export const readCsl: Reader = function* (file) {
  for (const { place, text: element, isCutOff } of jsonElements(stripBom(file))) {
    yield toResult(place, element, isCutOff);
  }
};

function toResult(place: number, element: string, isCutOff: boolean): ParseResult {
  const item = v.safeParse(ItemSchema, parseJson(element));
  if (!item.success) {
    const reason = t(isCutOff ? 'readCutOff' : 'readNoJson');
    return { unreadable: { place, excerpt: toExcerpt(element), reason } };
  }
  return toParseResult(toPaper(item.output, place), element);
}

function toPaper(item: Item, place: number): ParsedPaper {
  const own = item.custom.winnow;
  const ids = findIds(own?.doi ?? item.DOI, [
    ...[
      own?.arxivId ?? '',
      item.number,
      item.archive_location,
      item.DOI,
      item.URL,
      arxivNote(item.note),
    ],
  ]);
  return {
    ...EMPTY_PAPER,
    title: textOrNull(own ? item.title : withoutMarkup(item.title)),
    abstract: textOrNull(own ? item.abstract : withoutMarkup(item.abstract)),
    authors: item.author.map(formatName).filter((name) => name !== ''),
    authorsTotal: own?.authorsTotal ?? null,
    categories: item.categories.map(collapseSpace).filter((name) => name !== ''),
    comments: textOrNull(own?.comments),
    journalRef: journalRefOf(item),
    date: dateOf(item),
    version: /^\d+$/.test(item.version) ? Number(item.version) : ids.version,
    upvotes: own?.upvotes ?? null,
    numComments: own?.numComments ?? null,
    organization: textOrNull(own?.organization),
    ...parseCode(own?.codeUrl ?? '', own?.codeStars ?? null),
    projectUrl: webUrl(own?.projectUrl ?? ''),
    aiSummary: textOrNull(own?.aiSummary),
    arxivId: ids.arxivId,
    doi: ids.doi,
    triage: parseTriage({
      starred: own?.starred,
      dismissed: own?.dismissed,
      status: own?.status,
      tags: own?.tags ?? item.keyword.split(/[,;]/),
      note: item.annote.replace(/\r\n?/g, '\n'),
      added: own?.added,
    }),
    place,
  };
}

/** Zotero marks up italics and superscripts; Crossref marks up paragraphs and escapes "&amp;". */
function withoutMarkup(marked: string): string {
  return marked
    .replace(/<jats:title>\s*Abstract\s*<\/jats:title>/i, '')
    .replace(/<\/?jats:(?:p|title|sec)(?:\s[^<>]*)?>/g, ' ')
    .replace(/<\/?(?:jats:[\w-]+|i|b|sup|sub|sc|span)(?:\s[^<>]*)?>/g, '')
    .replace(/&(amp|lt|gt);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]);
}

const ENTITIES = { amp: '&', lt: '<', gt: '>' } as const;

function formatName(name: v.InferOutput<typeof NameSchema>): string {
  if (name.literal !== '') return collapseSpace(name.literal);
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const family = [...particles, name.family].filter((part) => part !== '').join(' ');
  return collapseSpace(joinName({ given: name.given, family, suffix: name.suffix }));
}

function dateOf({ issued }: Item): string | null {
  if (!issued) return null;
  const [[year = '', month, day] = []] = issued['date-parts'];
  return toPartialDate(year, month, day) ?? parseDate(issued.raw || issued.literal);
}

function journalRefOf(item: Item): string | null {
  const journal = textOrNull(item['container-title']);
  if (journal === null || /^arxiv/i.test(journal)) return null;
  const issue = item.issue && `(${item.issue})`;
  return collapseSpace(`${journal} ${item.volume}${issue}${item.page && `, ${item.page}`}`);
}
