/** Every change that can be made to papers, and what each makes of a state. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { STATUSES, type TriageState } from '@/lib/paper';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { OWN_TEXTS } from './own-texts';
import { sortTags, TagSchema } from './tag';

export const ChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('star'), value: v.boolean() }),
  v.object({ kind: v.literal('tag'), tag: TagSchema, value: v.boolean() }),
  v.object({ kind: v.literal('dismiss'), value: v.boolean() }),
  v.object({ kind: v.literal('status'), value: v.picklist(STATUSES) }),
  v.object({
    kind: v.literal('note'),
    value: v.pipe(
      v.string(),
      v.maxLength(LIMITS.note, () => t('refusedLongNote')),
    ),
    /** The last note command of the same editing session: one undo takes the whole session back. */
    continues: v.optional(OperationIdSchema),
  }),
  /** The user's own texts, which no page replaces; `null`: what was read counts again. */
  v.object({
    kind: v.literal('editTexts'),
    title: v.exactOptional(v.nullable(OWN_TEXTS.title)),
    authors: v.exactOptional(v.nullable(OWN_TEXTS.authors)),
    abstract: v.exactOptional(v.nullable(OWN_TEXTS.abstract)),
  }),
  /** The user took note of the latest version that pages reported. */
  v.object({ kind: v.literal('acknowledgeVersion') }),
  v.object({ kind: v.literal('remove') }),
  v.object({ kind: v.literal('restore') }),
]);

/** One change to make to papers. */
export type Change = v.InferOutput<typeof ChangeSchema>;

/** The state after a change, as a page shows it before the library has answered. */
export function applyChange(state: TriageState, change: Change): TriageState {
  switch (change.kind) {
    case 'star':
      return { ...state, starred: change.value };
    case 'dismiss':
      return { ...state, dismissed: change.value };
    case 'status':
      return { ...state, status: change.value };
    case 'note':
      return { ...state, note: change.value };
    case 'tag': {
      const others = state.tags.filter((tag) => tag !== change.tag);
      return { ...state, tags: change.value ? sortTags([...others, change.tag]) : others };
    }
    case 'editTexts':
    case 'acknowledgeVersion':
    case 'remove':
    case 'restore':
      return state; // texts, versions and the trash are no part of what the user decided
  }
}
