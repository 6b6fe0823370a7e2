/** Changes to the list of rules. Each can be made twice and does no more than once. */
import type { Rule } from '@/lib/keywords/rule';
import { printRules } from '@/lib/keywords/rules-text';

export type RuleList = readonly Rule[];
export type RuleEdit = (rules: RuleList) => RuleList;
/** What can be changed of a rule. */
export type RulePatch = Partial<Omit<Rule, 'id'>>;

/** A rule as it is before anything was said about it. */
export function newRule(): Rule {
  return {
    id: crypto.randomUUID(),
    terms: [],
    fields: ['title', 'abstract'],
    mode: 'word',
    matchCase: false,
    action: 'highlight',
    colour: 1,
    enabled: true,
    where: 'everywhere',
  };
}

export function patchRule(id: Rule['id'], patch: RulePatch): RuleEdit {
  return (rules) => rules.map((rule) => (rule.id === id ? { ...rule, ...patch } : rule));
}

/** Puts rules after the others, but for those that are there. */
export function addRules(added: RuleList): RuleEdit {
  return (rules) => [...rules, ...added.filter(({ id }) => rules.every((rule) => rule.id !== id))];
}

export function removeRule(id: Rule['id']): RuleEdit {
  return (rules) => rules.filter((rule) => rule.id !== id);
}

/** Moves a rule to a place in the list, from 0. */
export function moveRule(id: Rule['id'], to: number): RuleEdit {
  return (rules) => {
    const moved = rules.find((rule) => rule.id === id);
    if (!moved) return rules;
    const others = rules.filter((rule) => rule !== moved);
    return [...others.slice(0, to), moved, ...others.slice(to)];
  };
}

/** Makes these all the rules there are. Those that were there just so keep their ids. */
export function replaceRules(written: RuleList): RuleEdit {
  return (rules) => {
    const known = rules.map((rule) => ({ id: rule.id, text: printRules([rule]) }));
    return written.map((rule) => {
      const text = printRules([rule]);
      const index = known.findIndex((one) => one.text === text);
      const [same] = index < 0 ? [] : known.splice(index, 1);
      return same ? { ...rule, id: same.id } : rule;
    });
  };
}
