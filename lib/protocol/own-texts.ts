/** Title, authors and abstract as the user writes them. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import type { Metadata } from '@/lib/paper';
import { collapseSpace } from '@/lib/text/white-space';
import { type SchemasOf, unknownOr } from './fields';
import { LIMITS } from './limits';

/** The texts that a user can write. */
type Texts = Pick<Metadata, 'title' | 'authors'> & { readonly abstract: string };

const oneLine = v.pipe(v.string(), v.transform(collapseSpace));

/** What is wrong is said in words for the user. */
export const OWN_TEXTS = {
  title: v.pipe(
    oneLine,
    v.nonEmpty(() => t('refusedEmptyTitle')),
    v.maxLength(LIMITS.title, () => t('refusedLongTitle', LIMITS.title)),
  ),
  /** Empty ones are left out. */
  authors: v.pipe(
    v.array(
      v.pipe(
        oneLine,
        v.maxLength(LIMITS.name, () => t('refusedLongAuthor', LIMITS.name)),
      ),
    ),
    v.transform((names) => names.filter((name) => name !== '')),
    v.maxLength(LIMITS.authors, () => t('refusedManyAuthors', LIMITS.authors)),
    v.readonly(),
  ),
  /** `''`: none. */
  abstract: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(LIMITS.abstract, () => t('refusedLongAbstract', LIMITS.abstract)),
  ),
} satisfies SchemasOf<Texts>;

export type OwnText = keyof typeof OWN_TEXTS;

/** Their fields in papers; `null`: what was read counts. */
export const OwnTextsSchema = {
  ownTitle: v.exactOptional(unknownOr(OWN_TEXTS.title)),
  ownAuthors: v.exactOptional(unknownOr(OWN_TEXTS.authors)),
  ownAbstract: v.exactOptional(unknownOr(OWN_TEXTS.abstract)),
};
