import { t } from '@/lib/i18n';
import type { PageStore } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import { sendRule } from '@/lib/protocol/send-command';
import { rulesFromFilter } from '@/lib/rules/new-rule';

/** Saves the words of a filter as highlighting rules, and shows the result. */
export async function saveAsRules(
  filter: string,
  store: PageStore,
  triage: PageTriage,
): Promise<void> {
  const rules = rulesFromFilter(filter, store.getState().rules);
  if (rules.length === 0) {
    triage.say(t('panelNoWords'));
    return;
  }
  const terms = rules.flatMap((rule) => rule.terms).join(', ');
  for (const rule of rules) {
    const answer = await sendRule(rule);
    if (!answer.ok) {
      triage.sayNotSaved(answer.message);
      return;
    }
    triage.sayDone(t('panelRuleSaved', terms), answer.op);
  }
}
