import { useDeferredValue, useMemo } from 'react';
import type { PageStatus } from '@/components/page-link/use-page';
import { useRegexEngine } from '@/components/paper-parts/use-regex-engine';
import { t } from '@/lib/i18n';
import type { Rule } from '@/lib/protocol/rule';
import { countHits } from './count-hits';
import type { RuleList } from './rules-store';

/** The result of trying one rule on the open page. */
export interface RuleTrial {
  /** "12 of 154 on this page"; `null` if not applicable. */
  readonly text: string | null;
  /** Why the rule cannot be searched for, as text for the user. */
  readonly problem: string | null;
}

const UNTRIED: RuleTrial = { text: null, problem: null };
const NO_PAPERS: never[] = [];

/** Tries the rules on the open page whenever either changes. */
export function useTrial(rules: RuleList, page: PageStatus): (id: Rule['id']) => RuleTrial {
  const papers = page.kind === 'linked' ? page.view.papers : NO_PAPERS;
  const engine = useRegexEngine(rules.some(({ mode }) => mode === 'regex'));
  const tried = useDeferredValue(rules); // keeps typing responsive while thousands of papers are searched
  const trials = useMemo(() => {
    const { hits, problems } = countHits(tried, papers, engine);
    const host = papers[0]?.source;
    const textOf = ({ mode, where, terms }: Rule, count: number) => {
      if (!host || terms.length === 0 || (mode === 'regex' && !engine)) return null;
      if (where !== 'everywhere' && where !== host) return t('rulesNotHere');
      return t('rulesHits', count, papers.length);
    };
    return new Map(
      tried.map((rule, index): [Rule['id'], RuleTrial] => {
        const problem = problems.get(index) ?? null;
        return [rule.id, { problem, text: problem ? null : textOf(rule, hits[index] ?? 0) }];
      }),
    );
  }, [tried, papers, engine]);
  return (id) => trials.get(id) ?? UNTRIED;
}
