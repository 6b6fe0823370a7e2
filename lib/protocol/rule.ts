/** Keyword rules: what the user wants to see lit up, or muted, every day. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { SITE_HOSTS, type SiteHost } from '@/lib/paper';
import { COLOUR_NUMBERS } from './colours';

export const RULE_FIELDS = ['title', 'abstract', 'authors', 'categories'] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

export const MODES = ['word', 'stem', 'regex'] as const;
export const ACTIONS = ['highlight', 'mute'] as const;
export const PLACES = ['everywhere', ...SITE_HOSTS] as const;

/** Greatest sizes of what a user writes. */
export const RULE_LIMITS = { rules: 1_000, terms: 200, term: 500 } as const;

const TermSchema = v.pipe(
  v.string(),
  v.maxLength(RULE_LIMITS.term, () => t('ruleTermTooLong', RULE_LIMITS.term)),
  v.check(
    (text) => text.trim() !== '',
    () => t('ruleTermEmpty'),
  ),
);

/** One rule, as it is stored and as it comes in. */
export const RuleSchema = v.object({
  id: v.pipe(
    v.string(),
    v.uuid(() => t('ruleNoId')),
  ),
  /** In `word` mode whole words, `attent*` for a stem; else stems or patterns, by mode. */
  terms: v.pipe(
    v.array(TermSchema, () => t('ruleNoTerms')),
    v.minLength(1, () => t('ruleNoTerm')),
    v.maxLength(RULE_LIMITS.terms, () => t('ruleTooManyTerms', RULE_LIMITS.terms)),
    v.readonly(),
  ),
  fields: v.pipe(
    v.array(v.picklist(RULE_FIELDS, () => t('ruleWrongField'))),
    v.minLength(1, () => t('ruleNoField')),
    v.check(
      (fields) => new Set(fields).size === fields.length,
      () => t('ruleFieldTwice'),
    ),
    v.readonly(),
  ),
  mode: v.picklist(MODES, () => t('ruleWrongMode')),
  matchCase: v.boolean(),
  action: v.picklist(ACTIONS, () => t('ruleWrongAction')),
  colour: v.picklist(COLOUR_NUMBERS, () => t('ruleWrongColour')),
  enabled: v.boolean(),
  where: v.picklist(PLACES, () => t('ruleWrongPlace')),
});
export type Rule = Readonly<v.InferOutput<typeof RuleSchema>>;

/** All of a user's rules, in their order; no two with the same id. */
export const RulesSchema = v.pipe(
  v.array(RuleSchema),
  v.maxLength(RULE_LIMITS.rules, () => t('rulesTooMany', RULE_LIMITS.rules)),
  v.check(
    (rules) => new Set(rules.map(({ id }) => id)).size === rules.length,
    () => t('ruleTwice'),
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
