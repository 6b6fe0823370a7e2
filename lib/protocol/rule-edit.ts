/** Changes to the list of rules. Making one twice does no more than making it once. */
import * as v from 'valibot';
import { type Rule, RuleSchema, RulesSchema } from './rule';

const { id: RuleIdSchema, ...settings } = RuleSchema.entries;

export const RuleEditSchema = v.variant('kind', [
  /** Changes some settings of a rule; a deleted one stays deleted. */
  v.object({
    kind: v.literal('patch'),
    id: RuleIdSchema,
    patch: v.partial(v.object(settings)),
  }),
  /** Adds rules after the others, unless they are there. */
  v.object({ kind: v.literal('add'), rules: RulesSchema }),
  v.object({ kind: v.literal('remove'), id: RuleIdSchema }),
  /** Moves a rule to a place in the list, from 0. */
  v.object({
    kind: v.literal('move'),
    id: RuleIdSchema,
    to: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** Replaces all rules by these, in this order. */
  v.object({ kind: v.literal('replace'), rules: RulesSchema }),
]);
export type RuleEdit = Readonly<v.InferOutput<typeof RuleEditSchema>>;
/** What can be changed of a rule. */
export type RulePatch = Partial<Omit<Rule, 'id'>>;

/** The rules after a change; not checked as a whole. */
export function applyRuleEdit(rules: readonly Rule[], edit: RuleEdit): readonly Rule[] {
  switch (edit.kind) {
    case 'patch':
      return rules.map((rule) => (rule.id === edit.id ? { ...rule, ...edit.patch } : rule));
    case 'add':
      return [...rules, ...edit.rules.filter(({ id }) => rules.every((rule) => rule.id !== id))];
    case 'remove':
      return rules.filter(({ id }) => id !== edit.id);
    case 'move': {
      const moved = rules.find(({ id }) => id === edit.id);
      if (!moved) return rules;
      const others = rules.filter((rule) => rule !== moved);
      return [...others.slice(0, edit.to), moved, ...others.slice(edit.to)];
    }
    case 'replace':
      return edit.rules;
  }
}
