/** Keyword rules: what the user wants to see lit up, or muted, every day. */
import * as v from 'valibot';
import type { SiteHost } from '../paper';
import type { Colour } from './colours';

export const RULE_FIELDS = ['title', 'abstract', 'authors', 'categories'] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

export const MODES = ['word', 'stem', 'regex'] as const;
export const ACTIONS = ['highlight', 'mute'] as const;
export const PLACES = ['everywhere', 'arxiv', 'huggingface'] as const;

/** Greatest sizes of what a user writes. */
export const RULE_LIMITS = { rules: 1_000, terms: 200, term: 500 } as const;

const TermSchema = v.pipe(
  v.string(),
  v.maxLength(RULE_LIMITS.term, `A keyword can have ${RULE_LIMITS.term} characters at most.`),
  v.check((text) => text.trim() !== '', 'A keyword has nothing in it.'),
);

/** One rule, as it is stored and as it comes in. */
export const RuleSchema = v.object({
  id: v.pipe(v.string(), v.uuid('A rule needs an id.')),
  /** In `word` mode whole words, `attent*` for a stem; else stems or patterns, by mode. */
  terms: v.pipe(
    v.array(TermSchema, 'A rule needs keywords.'),
    v.minLength(1, 'A rule needs at least one keyword.'),
    v.maxLength(RULE_LIMITS.terms, `A rule can have ${RULE_LIMITS.terms} keywords at most.`),
    v.readonly(),
  ),
  fields: v.pipe(
    v.array(v.picklist(RULE_FIELDS, 'A rule can look in title, abstract, authors and categories.')),
    v.minLength(1, 'Choose where the rule looks: title, abstract, authors or categories.'),
    v.check((fields) => new Set(fields).size === fields.length, 'A field is named twice.'),
    v.readonly(),
  ),
  mode: v.picklist(MODES, 'Keywords are whole words, stems or regular expressions.'),
  matchCase: v.boolean(),
  action: v.picklist(ACTIONS, 'A rule highlights or mutes.'),
  colour: v.custom<Colour>(
    (input) => Number.isInteger(input) && Number(input) >= 1 && Number(input) <= 8,
    'There are eight colours.',
  ),
  enabled: v.boolean(),
  where: v.picklist(PLACES, 'A rule works everywhere, on arxiv or on huggingface.'),
});
export type Rule = Readonly<v.InferOutput<typeof RuleSchema>>;

/** All of a user's rules, in their order; no two with the same id. */
export const RulesSchema = v.pipe(
  v.array(RuleSchema),
  v.maxLength(RULE_LIMITS.rules, `There can be ${RULE_LIMITS.rules} rules at most.`),
  v.check(
    (rules) => new Set(rules.map(({ id }) => id)).size === rules.length,
    'A rule is there twice.',
  ),
);

/** What a rule is called in lists and reasons: its first keywords. */
export function labelOf({ terms }: Rule): string {
  const shown = terms.slice(0, 2).join(', ');
  return terms.length > 2 ? `${shown} +${terms.length - 2}` : shown;
}

/** The rules that are on and meant for this site, in their order. */
export function rulesOn(rules: readonly Rule[], host: SiteHost): Rule[] {
  return rules.filter(
    ({ enabled, where }) => enabled && (where === 'everywhere' || where === host),
  );
}

/** Whether a rule that is on has regular expressions, which find nothing before an engine is there. */
export function rulesNeedEngine(rules: readonly Rule[]): boolean {
  return rules.some(({ enabled, mode }) => enabled && mode === 'regex');
}
