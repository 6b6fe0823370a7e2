/** What a file in Winnow's own format holds: docs/winnow-format.schema.json says the same for others. */
import * as v from 'valibot';
import { COLOUR_NUMBERS } from './colours';
import { count } from './fields';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { OwnTextsSchema } from './own-texts';
import { MetadataSchema, PaperIdSchema, TRIAGE } from './paper';
import { RULE_LIMITS, RuleSchema } from './rule';
import { SavedFilterSchema } from './saved-filter';

/** The version of the format that is written, and the latest that is read. */
export const FORMAT_VERSION = 1;

/** See `lib/library/store/clock.ts`. */
const STAMP = /^[0-9a-z]{9}-[0-9a-z]{4}-[\w-]{1,40}$/;
/** Fields that may have a stamp: a tag or an alias is a field of its own. */
const FIELD = /^(?:[a-zA-Z]+|(?:tag|alias):.+)$/s;

/** Versions of a note that are kept of one paper, at most. */
export const EARLIER_NOTES_KEPT = 100;

const day = v.pipe(v.string(), v.isoDate());
const StampSchema = v.pipe(v.string(), v.regex(STAMP));

/** Stamps by field; invalid ones are left out, so that the field counts as never stamped. */
const StampsSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((stamps): Readonly<Record<string, string>> => {
    const kept = Object.entries(stamps).filter(
      ([field, stamp]) => FIELD.test(field) && v.is(StampSchema, stamp),
    );
    return Object.fromEntries(kept) as Record<string, string>;
  }),
);

/** What a note was before. */
const EarlierNoteSchema = v.object({
  note: v.pipe(TRIAGE.note, v.nonEmpty()),
  /** When it was written; `null`: no longer known. */
  stamp: v.nullable(StampSchema),
});
export type EarlierNote = Readonly<v.InferOutput<typeof EarlierNoteSchema>>;

/** What pages last reported of a paper's versions. */
const SeenVersionSchema = v.object({
  version: v.nullable(count),
  /** The last day on which a listing had it as replaced, `YYYY-MM-DD`. */
  replacedOn: v.nullable(day),
});
export type SeenVersion = Readonly<v.InferOutput<typeof SeenVersionSchema>>;

/** A paper as libraries and their files keep it: everything but its number, which is one library's own. */
export const SavedPaperSchema = v.object({
  id: PaperIdSchema,
  meta: MetadataSchema,
  triage: v.object(TRIAGE),
  ...OwnTextsSchema,
  /** What was read of these texts, where `meta` has the user's own. */
  read: v.exactOptional(v.pick(MetadataSchema, ['title', 'authors', 'authorsTotal', 'abstract'])),
  /** In the trash. */
  deleted: v.boolean(),
  /** When it came onto the reading list, in milliseconds; 0: never. */
  added: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** The version that the user knows: the one that was saved or taken note of. */
  knownVersion: v.exactOptional(v.pipe(count, v.minValue(1))),
  /** The day of the last replacement that the user took note of. */
  knownReplaced: v.exactOptional(day),
  /** What pages reported of later versions. */
  met: v.exactOptional(SeenVersionSchema),
  /** The paper that this one was merged into, and whose state counts from then on. */
  mergedInto: v.exactOptional(v.nullable(PaperIdSchema)),
  /** The papers that were merged into this one, and into those. */
  aliases: v.exactOptional(
    v.pipe(v.array(PaperIdSchema), v.maxLength(LIMITS.papersPerPart), v.readonly()),
  ),
  /** What the note was before, as read from files; earlier notes written here are in the operations. */
  earlierNotes: v.exactOptional(
    v.pipe(v.array(EarlierNoteSchema), v.maxLength(EARLIER_NOTES_KEPT), v.readonly()),
  ),
  /** When each field of `meta`, and each other field that was ever written, was last written. */
  stamps: StampsSchema,
});
export type SavedPaper = Readonly<v.InferOutput<typeof SavedPaperSchema>>;

export const SavedTagSchema = v.object({
  tag: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LIMITS.tag)),
  colour: v.nullable(v.picklist(COLOUR_NUMBERS)),
  stamp: StampSchema,
});
export type SavedTag = v.InferOutput<typeof SavedTagSchema>;

export const SavedRuleSchema = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.uuid()),
    rule: RuleSchema,
    order: v.pipe(v.number(), v.finite()),
    /** A deleted rule is kept as deleted. */
    deleted: v.boolean(),
    stamp: StampSchema,
  }),
  v.check(({ id, rule }) => id === rule.id),
);
export type SavedRule = v.InferOutput<typeof SavedRuleSchema>;

/** The most entries that are taken besides papers. */
const MOST = { tags: 20_000, rules: 5 * RULE_LIMITS.rules, filters: 1_000 } as const;

const values = v.record(v.string(), v.unknown());

/** Settings by name, and those that they replace. */
const SettingsWriteSchema = v.object({ before: values, after: values });
export type SettingsWrite = v.InferOutput<typeof SettingsWriteSchema>;

/** What is imported besides papers. */
const RestSchema = v.object({
  tags: v.pipe(v.array(SavedTagSchema), v.maxLength(MOST.tags)),
  rules: v.pipe(v.array(SavedRuleSchema), v.maxLength(MOST.rules)),
  filters: v.pipe(v.array(SavedFilterSchema), v.maxLength(MOST.filters)),
  settings: v.exactOptional(SettingsWriteSchema),
});
export type SavedRest = v.InferOutput<typeof RestSchema>;

/** Part 0 of such an import is `rest`, the others are papers. */
export const SavedPartSchema = v.variant('kind', [
  v.object({
    kind: v.literal('rest'),
    op: OperationIdSchema,
    part: v.literal(0),
    rest: RestSchema,
  }),
  v.object({
    kind: v.literal('saved'),
    op: OperationIdSchema,
    part: v.pipe(count, v.minValue(1)),
    saved: v.pipe(v.array(SavedPaperSchema), v.minLength(1), v.maxLength(LIMITS.papersPerPart)),
  }),
]);
