/** A paper, and the facts told of it, as they cross a boundary. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { type PaperId, parseArxivId, SITE_HOSTS } from '@/lib/paper';
import { count, list, text, unknownOr } from './fields';
import { LIMITS } from './limits';

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

/** What is told of a paper in the same way everywhere. */
export const METADATA = {
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
};

/** A paper as a page or arXiv's API gives it. Unknown keys are dropped. */
export const PaperSchema = v.object({
  id: PaperIdSchema,
  ...METADATA,
  /** Pages that were open before an update do not send it. */
  doi: v.optional(unknownOr(text(LIMITS.name)), null),
  date: unknownOr(v.pipe(v.string(), v.isoDate())),
  source: v.picklist(SITE_HOSTS),
});
