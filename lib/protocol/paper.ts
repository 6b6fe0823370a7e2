/** A paper, its metadata and what was decided about it, as they cross a boundary. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import {
  type Metadata,
  type Paper,
  type PaperId,
  parseArxivId,
  SOURCES,
  STATUSES,
  TEXT_ORIGINS,
  type TriageState,
  webUrl,
} from '@/lib/paper';
import { count, list, type SchemasOf, text, unknownOr } from './fields';
import { LIMITS } from './limits';
import { TagSchema } from './tag';

function isPaperId(text: string): boolean {
  const [kind, rest = ''] = text.split(/:(.*)/s);
  if (kind === 'arxiv') {
    const arxiv = parseArxivId(rest);
    return arxiv?.id === text && arxiv.version === null;
  }
  return (kind === 'doi' || kind === 'title') && rest.length > 0 && rest.length <= LIMITS.title;
}

export const PaperIdSchema = v.custom<PaperId>(
  (input) => typeof input === 'string' && isPaperId(input),
  () => t('refusedPaperId'),
);

export const PaperIdsSchema = v.pipe(
  v.array(PaperIdSchema),
  v.maxLength(LIMITS.idsPerRequest),
  v.readonly(),
);

/** A link that can be followed safely. */
const WebUrlSchema = v.pipe(
  v.string(),
  v.check(
    (link) => webUrl(link) !== null,
    () => t('refusedLink'),
  ),
);

/** Metadata that have the same form on pages and in files. */
const COMMON = {
  title: v.pipe(text(LIMITS.title), v.nonEmpty()),
  abstract: unknownOr(text(LIMITS.abstract)),
  authors: list(LIMITS.authors),
  authorsTotal: unknownOr(count),
  categories: list(LIMITS.categories),
  comments: unknownOr(text(LIMITS.text)),
  journalRef: unknownOr(text(LIMITS.text)),
  version: unknownOr(v.pipe(count, v.minValue(1))),
  upvotes: unknownOr(count),
  numComments: unknownOr(count),
  organization: unknownOr(text(LIMITS.name)),
  /** Older files, and pages that were open before an update, do not have these. */
  codeUrl: v.optional(unknownOr(WebUrlSchema), null),
  codeStars: v.optional(unknownOr(count), null),
  projectUrl: v.optional(unknownOr(WebUrlSchema), null),
  aiSummary: v.optional(unknownOr(text(LIMITS.text)), null),
  textVersion: v.optional(unknownOr(v.pipe(count, v.minValue(1))), null),
  textOrigin: v.optional(v.picklist(TEXT_ORIGINS), 'listing'),
};

/** A paper as a page or arXiv's API gives it. Unknown keys are dropped. */
export const PaperSchema = v.object({
  id: PaperIdSchema,
  ...COMMON,
  /** Pages that were open before an update do not send it. */
  doi: v.optional(unknownOr(text(LIMITS.name)), null),
  date: unknownOr(v.pipe(v.string(), v.isoDate())),
  source: v.picklist(SOURCES),
  isTranslated: v.optional(v.literal(true)),
} satisfies SchemasOf<Paper>);

/** What a page knows of its papers without reading their rows. */
export const TitledPapersSchema = v.pipe(
  v.array(v.object({ id: PaperIdSchema, title: text(LIMITS.title) })),
  v.maxLength(LIMITS.idsPerRequest),
  v.readonly(),
);
export type TitledPapers = v.InferOutput<typeof TitledPapersSchema>;

/** Metadata from anywhere. */
export const MetadataSchema = v.object({
  ...COMMON,
  doi: unknownOr(text(LIMITS.name)),
  date: unknownOr(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))),
  source: v.picklist(SOURCES),
} satisfies SchemasOf<Metadata>);

/** What the user decided about a paper. */
export const TRIAGE = {
  starred: v.boolean(),
  status: v.picklist(STATUSES),
  dismissed: v.boolean(),
  tags: v.pipe(
    v.array(TagSchema),
    v.maxLength(LIMITS.tagsPerPaper, () => t('refusedLongList')),
    v.readonly(),
  ),
  note: v.pipe(
    v.string(),
    v.maxLength(LIMITS.note, () => t('refusedLongNote')),
  ),
} satisfies SchemasOf<TriageState>;
