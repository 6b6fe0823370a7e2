/**
 * Rules as text, one per line:
 *
 *     highlight teal title,abstract word: attention, "state space", transformer*
 *     highlight rose title regex case on arxiv: \bO\(n \log n\)
 *     off mute slate title word: survey, "a position, or two"
 *
 * In this order: `off` for a disabled rule, the action, the colour, the fields, the kind of keyword
 * (`word`, `stem`, `regex`), `case` for a case-sensitive rule, `on arxiv` or `on huggingface` for a
 * rule limited to one site; a colon; the keywords, separated by commas. A keyword that begins with
 * a quote or a space, ends with a space, or contains a comma or line break must be quoted as a JSON
 * string; others may be. Blank lines and lines starting with `#` are ignored. Ids are not written.
 */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { COLOURS, colourName, colourNamed } from '@/lib/protocol/colours';
import { ACTIONS, MODES, PLACES, RULE_FIELDS, type Rule, RuleSchema } from '@/lib/protocol/rule';

/** A line that was skipped, from 1, and why. */
export interface RuleProblem {
  readonly line: number;
  readonly message: string;
}

const HEAD = new RegExp(
  `^(?:(?<off>off)\\s+)?(?<action>\\p{L}+)\\s+(?<colour>\\p{L}+)\\s+(?<fields>[\\p{L},]+)\\s+(?<mode>\\p{L}+)` +
    `(?:\\s+(?<matchCase>case))?(?:\\s+on\\s+(?<where>\\p{L}+))?\\s*:(?<terms>.*)$`,
  'iu',
);
const TERM = /\s*(?:("(?:\\.|[^\\"])*")|([^,"\s][^,]*?|))\s*(?:,|$)/y;
const NEEDS_QUOTES = /^["\s]|\s$|[,\p{Cc}\u2028\u2029]/u;

/** Prints the rules, one per line. */
export function printRules(rules: readonly Rule[]): string {
  return rules.map((rule) => `${printRule(rule)}\n`).join('');
}

function printRule(rule: Rule): string {
  const head = [
    ...(rule.enabled ? [] : ['off']),
    ...[rule.action, colourName(rule.colour), rule.fields.join(','), rule.mode],
    ...(rule.matchCase ? ['case'] : []),
    ...(rule.where === 'everywhere' ? [] : [`on ${rule.where}`]),
  ];
  return `${head.join(' ')}: ${rule.terms.map(printTerm).join(', ')}`;
}

function printTerm(term: string): string {
  if (!NEEDS_QUOTES.test(term)) return term;
  // JSON does not escape these two, but editors break lines at them.
  return JSON.stringify(term).replace(
    /[\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16)}`,
  );
}

/** Parses rules, giving them new ids. Lines that cannot be parsed are reported, with the reason. */
export function parseRules(
  text: string,
  newId: () => string = () => crypto.randomUUID(),
): { rules: Rule[]; problems: RuleProblem[] } {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  text.split(/\r\n|[\n\r]/).forEach((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return;
    const rule = parseLine(line.trim(), newId);
    if (typeof rule === 'string') problems.push({ line: index + 1, message: rule });
    else rules.push(rule);
  });
  return { rules, problems };
}

/** The rule, or why there is none. */
function parseLine(line: string, newId: () => string): Rule | string {
  const groups = HEAD.exec(line)?.groups;
  if (!groups) return t('ruleLineUnreadable', 'highlight teal title word: attention');
  const { off, action, colour, fields, mode, matchCase, where, terms = '' } = lowerCased(groups);
  const found = colourNamed(colour ?? '');
  if (!isOneOf(ACTIONS, action)) return t('ruleLineAction', action ?? '');
  if (!found) return t('ruleLineColour', colour ?? '', COLOURS.join(', '));
  if (!isOneOf(MODES, mode)) return t('ruleLineMode', mode ?? '');
  const wrong = fields?.split(',').find((field) => !isOneOf(RULE_FIELDS, field));
  if (wrong !== undefined) return t('ruleLineField', wrong, RULE_FIELDS.join(', '));
  const keywords = parseTerms(terms);
  if (typeof keywords === 'string') return keywords;
  const checked = v.safeParse(RuleSchema, {
    id: newId(),
    terms: keywords,
    fields: fields?.split(','),
    mode,
    matchCase: matchCase !== undefined,
    action,
    colour: found,
    enabled: off === undefined,
    where: where ?? PLACES[0],
  } satisfies Record<keyof Rule, unknown>);
  return checked.success ? checked.output : checked.issues[0].message;
}

/** All but the terms. */
function lowerCased(
  groups: Record<string, string | undefined>,
): Record<string, string | undefined> {
  const entries = Object.entries(groups);
  return Object.fromEntries(
    entries.map(([key, text]) => [key, key === 'terms' ? text : text?.toLowerCase()]),
  );
}

function parseTerms(text: string): string[] | string {
  const terms: string[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < text.length) {
    const start = TERM.lastIndex;
    const found = TERM.exec(text);
    if (!found) return t('ruleLineRest', text.slice(start).trim());
    const [, quoted, plain = ''] = found;
    const term = quoted ? unquoted(quoted) : plain;
    if (term === null) return t('ruleLineQuotes', quoted ?? '');
    if (term !== '') terms.push(term);
  }
  return terms;
}

function unquoted(text: string): string | null {
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}

function isOneOf(list: readonly string[], text: string | undefined): boolean {
  return list.includes(text ?? '');
}
