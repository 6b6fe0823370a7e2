import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { collapseSpace } from '@/lib/text/white-space';
import {
  dateFrom,
  dateIn,
  excerptOf,
  NOTHING_FOUND,
  textOrNull,
  triageFrom,
  withoutBom,
} from './fields';
import type { Found, FoundPaper, Reader } from './found-paper';
import { idNote, idsIn } from './identifiers';
import { jsonElements } from './json-elements';
import { joinName } from './names';

/** Numbers stand for texts in files of many programs. What is of another kind is passed over. */
const text = v.fallback(
  v.union([
    v.string(),
    v.pipe(v.number(), v.transform(String)),
    v.pipe(v.boolean(), v.transform(String)),
  ]),
  '',
);
const optionalText = v.optional(text, '');
/** Crossref's own records have a list of texts, of which the first counts. */
const oneText = v.optional(
  v.union([
    v.pipe(
      v.array(text),
      v.transform(([one = '']) => one),
    ),
    text,
  ]),
  '',
);
const count = v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), null);
const texts = v.fallback(v.array(text), []);

const NameSchema = v.fallback(
  v.object({
    ...{ family: optionalText, given: optionalText, suffix: optionalText, literal: optionalText },
    ...{ 'non-dropping-particle': optionalText, 'dropping-particle': optionalText },
  }),
  {
    ...{ family: '', given: '', suffix: '', literal: '' },
    ...{ 'non-dropping-particle': '', 'dropping-particle': '' },
  },
);

const DateSchema = v.fallback(
  v.object({
    'date-parts': v.optional(v.fallback(v.array(texts), []), []),
    raw: optionalText,
    literal: optionalText,
  }),
  { 'date-parts': [], raw: '', literal: '' },
);

/** What only our own files have. */
const OwnSchema = v.object({
  ...{ arxivId: optionalText, doi: v.optional(text), comments: optionalText },
  ...{ authorsTotal: v.optional(count, null), upvotes: v.optional(count, null) },
  ...{ numComments: v.optional(count, null), organization: optionalText },
  ...{ starred: optionalText, dismissed: optionalText, status: optionalText, added: optionalText },
  tags: v.optional(texts),
});

const ItemSchema = v.object({
  ...{ id: optionalText, title: oneText, abstract: optionalText, DOI: optionalText },
  ...{ URL: optionalText, number: optionalText, archive: optionalText, version: optionalText },
  ...{ archive_location: optionalText, note: optionalText, annote: optionalText },
  ...{ keyword: optionalText, volume: optionalText, issue: optionalText, page: optionalText },
  'container-title': oneText,
  author: v.optional(v.fallback(v.array(NameSchema), []), []),
  issued: v.optional(DateSchema),
  categories: v.optional(texts, []),
  custom: v.optional(v.fallback(v.object({ winnow: v.optional(OwnSchema) }), {}), {}),
});
type Item = v.InferOutput<typeof ItemSchema>;

/** Reads CSL-JSON: ours, Zotero's, Better BibTeX's, Pandoc's, and Crossref's single items. */
export const readCsl: Reader = function* (file) {
  for (const { place, text: element, isCutOff } of jsonElements(withoutBom(file))) {
    yield foundIn(place, element, isCutOff);
  }
};

function foundIn(place: number, element: string, isCutOff: boolean): Found {
  const excerpt = excerptOf(element);
  const item = v.safeParse(ItemSchema, parse(element));
  if (!item.success) {
    const why = t(isCutOff ? 'readCutOff' : 'readNoJson');
    return { unreadable: { place, excerpt, why } };
  }
  const paper = paperOf(item.output, place);
  if (paper.title !== null || paper.arxivId !== null || paper.doi !== null) return { paper };
  return { unreadable: { place, excerpt, why: t('readNoTitle') } };
}

/** `undefined` for what is no JSON, or nests too deep for the browser. */
function parse(element: string): unknown {
  try {
    return JSON.parse(element);
  } catch {
    return undefined;
  }
}

function paperOf(item: Item, place: number): FoundPaper {
  const own = item.custom.winnow;
  const ids = idsIn(own?.doi ?? item.DOI, [
    ...[
      own?.arxivId ?? '',
      item.number,
      item.archive_location,
      item.DOI,
      item.URL,
      idNote(item.note),
    ],
  ]);
  return {
    ...NOTHING_FOUND,
    title: textOrNull(own ? item.title : withoutMarkup(item.title)),
    abstract: textOrNull(own ? item.abstract : withoutMarkup(item.abstract)),
    authors: item.author.map(nameOf).filter((name) => name !== ''),
    authorsTotal: own?.authorsTotal ?? null,
    categories: item.categories.map(collapseSpace).filter((name) => name !== ''),
    comments: textOrNull(own?.comments),
    journalRef: journalRefOf(item),
    date: dateOf(item),
    version: /^\d+$/.test(item.version) ? Number(item.version) : ids.version,
    upvotes: own?.upvotes ?? null,
    numComments: own?.numComments ?? null,
    organization: textOrNull(own?.organization),
    arxivId: ids.arxivId,
    doi: ids.doi,
    triage: triageFrom({
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

/** Zotero marks up what is slanted or raised, Crossref what is a paragraph, and writes "&amp;". */
function withoutMarkup(marked: string): string {
  return marked
    .replace(/<jats:title>\s*Abstract\s*<\/jats:title>/i, '')
    .replace(/<\/?jats:(?:p|title|sec)(?:\s[^<>]*)?>/g, ' ')
    .replace(/<\/?(?:jats:[\w-]+|i|b|sup|sub|sc|span)(?:\s[^<>]*)?>/g, '')
    .replace(/&(amp|lt|gt);/g, (_, name: keyof typeof SIGNS) => SIGNS[name]);
}

const SIGNS = { amp: '&', lt: '<', gt: '>' } as const;

function nameOf(name: v.InferOutput<typeof NameSchema>): string {
  if (name.literal !== '') return collapseSpace(name.literal);
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const family = [...particles, name.family].filter((part) => part !== '').join(' ');
  return collapseSpace(joinName({ given: name.given, family, suffix: name.suffix }));
}

function dateOf({ issued }: Item): string | null {
  if (!issued) return null;
  const [[year = '', month, day] = []] = issued['date-parts'];
  return dateFrom(year, month, day) ?? dateIn(issued.raw || issued.literal);
}

function journalRefOf(item: Item): string | null {
  const journal = textOrNull(item['container-title']);
  if (journal === null || /^arxiv/i.test(journal)) return null;
  const issue = item.issue && `(${item.issue})`;
  return collapseSpace(`${journal} ${item.volume}${issue}${item.page && `, ${item.page}`}`);
}
