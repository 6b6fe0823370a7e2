/** Why rows match, where that cannot be seen on them: in an abstract that a card does not show. */
import { FIELDS, type Field, type Subject } from '@/lib/filter/filter';
import type { CompiledFilter } from '@/lib/filter/match';
import { foldSubject } from '@/lib/filter/subject';
import { overlapOf } from '@/lib/highlight/overlap';
import { passageAround } from '@/lib/highlight/passage';
import { PlacedText } from '@/lib/highlight/placed-text';
import { t } from '@/lib/i18n';
import { type RuleSet, scanPaper } from '@/lib/rules/rule-matcher';
import type { Row } from '@/lib/sites/site';
import type { FoldedText, TextRange } from '@/lib/text/fold';
import { placesOn } from './fields';
import { filterSubjectOf } from './filter-subjects';
import type { PageState, Passage, UnseenMatches } from './store';

/** What a row is searched for. */
interface Wanted {
  /** `null` where the row does not match it, or there is none. */
  readonly filter: CompiledFilter | null;
  readonly rules: RuleSet;
}

/** A term of a rule or of the filter, and where it was found. */
interface Match {
  readonly name: string;
  readonly field: Field;
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** How many names the line of a row gives. */
const NAMES_SHOWN = 3;

/** Whether any row of the page may have matches that cannot be seen. */
export function mayHideMatches({ site, abstracts, matching }: PageState): boolean {
  return site?.hides !== undefined || matching !== null || Object.keys(abstracts).length > 0;
}

/** What of a row's matches cannot be seen on it; `null` if nothing. */
export function unseenMatchesOf(
  page: PageState,
  row: Row,
  { filter, rules }: Wanted,
): UnseenMatches | null {
  const subject = filterSubjectOf(page, row);
  const hidden = hiddenFields(page, row, subject);
  if (hidden.size === 0) return null;
  const unseen = [...byFilter(filter, subject), ...byRules(rules, subject)].filter(
    (matches) => !matches.some((match) => isSeen(page, row, hidden, match)),
  );
  if (unseen.length === 0) return null;
  const matches = unseen.flat();
  return { text: lineOf(matches), passages: () => passagesIn(matches) };
}

/** The texts that the row does not show, or not whole. Of tags it shows the first few, unmarked. */
function hiddenFields(
  { site, abstracts }: PageState,
  row: Row,
  { tags }: Subject,
): ReadonlyMap<Field, 'all' | 'part'> {
  const hidden = new Map(Object.entries(site?.hides ?? {}) as [Field, 'all' | 'part'][]);
  if (row.id in abstracts && row.read().abstract === null) hidden.set('abstract', 'all');
  if (tags.length > 0) hidden.set('tags', 'all');
  return hidden;
}

/** The places of each term of the filter that is found. */
function byFilter(filter: CompiledFilter | null, subject: Subject): Match[][] {
  const { textsOf } = foldSubject(subject);
  const found = (filter?.terms ?? []).map(({ text: name, find }) =>
    FIELDS.flatMap((field) =>
      textsOf(field).flatMap((text) => matchesIn(name, field, text, find(text, field))),
    ),
  );
  return found.filter((matches) => matches.length > 0);
}

/** The places of each highlighting rule that is found. */
function byRules(ruleSet: RuleSet, subject: Subject): Match[][] {
  const found = new Map<number, Match[]>();
  scanPaper(ruleSet, subject, (hits, text, field) => {
    for (const { rule, term, start, end } of hits) {
      if (ruleSet.rules[rule]?.action !== 'highlight') continue;
      const matches = found.get(rule) ?? [];
      matches.push(...matchesIn(term, field, text, [[start, end]]));
      found.set(rule, matches);
    }
  });
  return [...found.values()];
}

function matchesIn(
  name: string,
  field: Field,
  { original }: FoldedText,
  ranges: readonly TextRange[],
): Match[] {
  return ranges.length > 0 ? [{ name, field, text: original, ranges }] : [];
}

/** Whether a reader of the row sees the match. */
function isSeen(
  { site }: PageState,
  row: Row,
  hidden: ReadonlyMap<Field, 'all' | 'part'>,
  { field, text, ranges }: Match,
): boolean {
  const isHidden = hidden.get(field);
  if (!isHidden) return true;
  if (isHidden === 'all' || !site || field === 'tags') return false;
  const places = placesOn(site, row)(field).filter((place) => !place.closest(NOT_DISPLAYED));
  return places.some((place) => {
    const overlap = overlapOf(new PlacedText(place).text, text);
    return overlap !== null && ranges.some(([start, end]) => overlap.isShown(start, end));
  });
}

/** How sites hide what can be unfolded. */
const NOT_DISPLAYED = '[hidden], [style*="display: none"], [style*="display:none"]';

/** "attention, diffusion in the abstract · li among the authors" */
function lineOf(matches: readonly Match[]): string {
  const names = new Map<string, Field>();
  for (const { name, field } of matches) if (!names.has(name)) names.set(name, field);
  const shown = [...names].slice(0, NAMES_SHOWN);
  const more = names.size - shown.length;
  const parts = FIELDS.flatMap((field) => {
    const here = shown.filter(([, one]) => one === field).map(([name]) => name);
    return here.length === 0 ? [] : [inField(here.join(', '), field)];
  });
  return parts.join(' · ') + (more > 0 ? ` +${more}` : '');
}

function inField(names: string, field: Field): string {
  return field === 'title' ? names : t(`matchIn_${field}`, names); // a title is always seen
}

/** Of an abstract the stretch around the first match, of lists their entries that match. */
function passagesIn(matches: readonly Match[]): Passage[] {
  return FIELDS.flatMap((field): Passage[] => {
    const here = matches.filter((match) => match.field === field);
    const [first] = here;
    const range = first?.ranges[0];
    if (!first || !range) return [];
    if (field === 'abstract') return [{ field, text: passageAround(first.text, range) }];
    return [{ field, text: [...new Set(here.map(({ text }) => text))].join(', ') }];
  });
}
