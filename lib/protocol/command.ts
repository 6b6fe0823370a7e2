/** What can be asked of the library: the shape of every write, checked where it comes in. */
import * as v from 'valibot';
import { formatNumber, t } from '@/lib/i18n';
import { type PaperId, parseArxivId, STATUSES, type TriageState } from '@/lib/paper';
import { COLOUR_NUMBERS } from './colours';
import { type Rule, RuleSchema } from './rule';
import { RuleEditSchema } from './rule-edit';

/** Greatest sizes taken from a page or a user, in UTF-16 code units or entries. */
export const LIMITS = {
  tag: 100,
  note: 1_000_000,
  title: 4_000,
  abstract: 40_000,
  text: 10_000,
  name: 500,
  authors: 10_000,
  categories: 100,
  papersPerCommand: 200_000,
  /** So many come in one part of an import. */
  papersPerPart: 500,
  /** So many papers can be imported at once. */
  papersPerImport: 500_000,
  /** So many papers can be asked about at once. */
  idsPerRequest: 5_000,
  /** The states of so many papers are told in the answer to a command. */
  statesPerAnswer: 5_000,
  tagsPerPaper: 1_000,
  /** So many papers can be merged into one at once. */
  merged: 100,
  /** So many merges of papers, or tags into one, can be asked for at once. */
  merges: 1_000,
  /** So many rules can be there when one is added; the editor may save more. */
  rulesToAddTo: 500,
  listing: 1_000,
  /** So many papers are opened at once; more tabs are no use to anybody. */
  tabsAtOnce: 100,
} as const;

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

const text = (limit: number) =>
  v.pipe(
    v.string(),
    v.maxLength(limit, () => t('refusedLongText')),
  );
const unknownOr = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);
const list = (limit: number) =>
  v.pipe(
    v.array(text(LIMITS.name)),
    v.maxLength(limit, () => t('refusedLongList')),
    v.readonly(),
  );
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What is told of a paper in the same way everywhere. */
const METADATA = {
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
  source: v.picklist(['arxiv', 'huggingface']),
});

/**
 * A tag as it is stored: NFC, white space collapsed and trimmed. Spaces and any script are welcome.
 * Empty and over-long tags stay so and are refused by `TagSchema`.
 */
export function cleanTag(tag: string): string {
  return tag.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

const TagSchema = v.pipe(
  v.string(),
  v.transform(cleanTag),
  v.nonEmpty(() => t('refusedEmptyTag')),
  v.maxLength(LIMITS.tag, () => t('refusedLongTag', LIMITS.tag)),
);

export const OperationIdSchema = v.pipe(v.string(), v.uuid());
/** Names one command for good, so that sending it again does nothing more. */
export type OperationId = v.InferOutput<typeof OperationIdSchema>;

const ChangeSchema = v.variant('kind', [
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
    /** The last note command of the same editing session; one undo then takes the session back. */
    continues: v.optional(OperationIdSchema),
  }),
  /** The user took note of the version that pages tell of. */
  v.object({ kind: v.literal('acknowledgeVersion') }),
  v.object({ kind: v.literal('remove') }),
  v.object({ kind: v.literal('restore') }),
]);

/** One change to make to papers. */
export type Change = v.InferOutput<typeof ChangeSchema>;

/** What can be done with the library as a whole. Not for pages. */
const TaskSchema = v.variant('kind', [
  /** Where the other name is in use already, the two tags become one. */
  v.object({ kind: v.literal('renameTag'), from: TagSchema, to: TagSchema }),
  /** The tags of `from` become one with `into`, which may be new. */
  v.object({
    kind: v.literal('mergeTags'),
    from: v.pipe(v.array(TagSchema), v.minLength(1), v.maxLength(LIMITS.merges)),
    into: TagSchema,
  }),
  v.object({ kind: v.literal('deleteTag'), tag: TagSchema }),
  v.object({
    kind: v.literal('colourTag'),
    tag: TagSchema,
    colour: v.nullable(v.picklist(COLOUR_NUMBERS)),
  }),
  /**
   * From then on the ids of `from` stand for `into`, which has all that was decided about any. No
   * paper may be in two merges.
   */
  v.object({
    kind: v.literal('mergePapers'),
    merges: v.pipe(
      v.array(
        v.object({
          into: PaperIdSchema,
          from: v.pipe(v.array(PaperIdSchema), v.minLength(1), v.maxLength(LIMITS.merged)),
        }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.merges),
    ),
  }),
  /** Papers turned out to be papers of arXiv: each is joined with that one. Done by Winnow, and quiet. */
  v.object({
    kind: v.literal('identifyPapers'),
    found: v.pipe(
      v.array(v.object({ id: PaperIdSchema, paper: PaperSchema })),
      v.minLength(1),
      v.maxLength(LIMITS.merges),
    ),
  }),
  v.object({ kind: v.literal('emptyTrash') }),
  /** Writes the parts that were sent under the operation's name: see `ImportPartSchema`. */
  v.object({
    kind: v.literal('importPapers'),
    parts: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.papersPerImport / LIMITS.papersPerPart)),
  }),
  /** The same for the parts of a library of elsewhere, or of another time: see `SavedPartSchema`. */
  v.object({
    kind: v.literal('importLibrary'),
    parts: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.papersPerImport)),
    /** Also what was taken away here since comes back; what is here now stays in any case. */
    bringsBack: v.boolean(),
  }),
]);
export type Task = v.InferOutput<typeof TaskSchema>;

export const ManageSchema = v.object({ op: OperationIdSchema, task: TaskSchema });
export type Manage = v.InferOutput<typeof ManageSchema>;

/** A paper of an import. Unknown keys are dropped. */
export const ImportedSchema = v.object({
  id: PaperIdSchema,
  meta: v.object({
    ...METADATA,
    doi: unknownOr(text(LIMITS.name)),
    date: unknownOr(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))),
    source: v.picklist(['arxiv', 'huggingface', 'elsewhere']),
  }),
  triage: v.object({
    starred: v.boolean(),
    status: v.picklist(STATUSES),
    dismissed: v.boolean(),
    tags: v.pipe(
      v.array(TagSchema),
      v.maxLength(LIMITS.tagsPerPaper, () => t('refusedLongList')),
    ),
    note: v.pipe(
      v.string(),
      v.maxLength(LIMITS.note, () => t('refusedLongNote')),
    ),
    /** When it came onto the list that it was exported from, in milliseconds. */
    added: unknownOr(v.pipe(v.number(), v.finite(), v.minValue(0))),
  }),
});
export type Imported = v.InferOutput<typeof ImportedSchema>;

/** Some of the papers of an import, kept until the task `importPapers` of the same name writes them. */
export const ImportPartSchema = v.object({
  op: OperationIdSchema,
  /** From 0. */
  part: count,
  papers: v.pipe(v.array(ImportedSchema), v.minLength(1), v.maxLength(LIMITS.papersPerPart)),
});
export type ImportPart = v.InferOutput<typeof ImportPartSchema>;

/** Only `ok: true` means kept. */
export type Kept = { readonly ok: true } | (Refused & { readonly ok: false });

/** With the paper as the page shows it, so that a paper met for the first time can be kept. */
export const NamedPaperSchema = v.pipe(
  v.object({ id: PaperIdSchema, paper: v.nullable(PaperSchema) }),
  v.check(
    ({ id, paper }) => !paper || paper.id === id,
    () => t('refusedOtherPaper'),
  ),
);

export const CommandSchema = v.object({
  op: OperationIdSchema,
  change: ChangeSchema,
  papers: v.pipe(
    v.array(NamedPaperSchema),
    v.minLength(1),
    v.maxLength(LIMITS.papersPerCommand, () =>
      t('refusedTooManyPapers', formatNumber(LIMITS.papersPerCommand)),
    ),
  ),
});
export type Command = v.InferOutput<typeof CommandSchema>;

/** One change to the list of rules. */
export const EditRulesSchema = v.object({ op: OperationIdSchema, edit: RuleEditSchema });
export type EditRules = v.InferOutput<typeof EditRulesSchema>;

/** One more rule, after the others. */
export const AddRuleSchema = v.object({ op: OperationIdSchema, rule: RuleSchema });
export type AddRule = v.InferOutput<typeof AddRuleSchema>;

export type RefusalCode =
  | 'invalid'
  | 'unknown-paper'
  | 'not-allowed'
  | 'cancelled'
  | 'storage-full'
  | 'storage';

/** The answer to a command. Only `ok: true` means saved. */
export type Acknowledgement =
  | {
      readonly ok: true;
      readonly op: OperationId;
      /** What was done, in a sentence for the user: "Undid: Starred 34 papers". */
      readonly text: string;
      /** The states of the papers that the operation was about; empty where `isMany`. */
      readonly states: States;
      /** The papers are too many to be told: whoever shows some had better ask for their states. */
      readonly isMany?: true;
      /** What can be undone and redone by now. */
      readonly history: History;
      /** All rules as they are now, in their order, where the operation was about rules. */
      readonly rules?: readonly Rule[];
    }
  | (Refused & { readonly ok: false });

interface Refused {
  readonly code: RefusalCode;
  /** Why, for the user. */
  readonly message: string;
}

/** What the next undo and the next redo would take back or do again, as was said when it was done. */
export interface History {
  /** `null`: there is nothing to undo. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** States by paper id. A paper that is not in it is undecided. */
export type States = Readonly<Record<PaperId, TriageState>>;

/** The state after a change: what a page shows before the library has answered. */
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
    case 'acknowledgeVersion':
    case 'remove':
    case 'restore':
      return state; // versions and the trash are no part of what the user decided
  }
}

/** Tags in the order they are kept and shown in. */
export function sortTags(tags: readonly string[]): string[] {
  return [...tags].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
