/**
 * The rules as the editor shows them: what is saved, with the changes on their way made to it.
 * Changes are sent one after the other, so that none overtakes another, and kept until they are
 * acknowledged, so that none is lost with the page.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { triageActions } from '@/components/triage/use-triage';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { EditRules } from '@/lib/protocol/command';
import type { Rule } from '@/lib/protocol/rule';
import { applyRuleEdit, type RuleEdit } from '@/lib/protocol/rule-edit';
import { sendRuleEdit } from '@/lib/protocol/send-command';
import { keepEdit, leftEdits } from './left-edits';

export type RuleList = readonly Rule[];

interface RulesStore {
  /** The newest that is known to be saved; `null` until it was read. */
  readonly saved: RuleList | null;
  readonly waiting: readonly EditRules[];
}

const useStore = create<RulesStore>(() => ({ saved: null, waiting: [] }));

/** All rules, live; `null` until they were read. */
export function useRules(): RuleList | null {
  const stored = useLiveQuery(() => library.rules(), []);
  useEffect(() => {
    if (stored) useStore.setState({ saved: stored });
  }, [stored]);
  useEffect(() => {
    for (const { edit, forget } of leftEdits())
      void send(edit, forget).then((answer) => report(refusalIn(answer)));
    return () => useStore.setState({ saved: null }); // nobody listens any more
  }, []);
  const { saved, waiting } = useStore();
  return useMemo(
    () => saved && waiting.reduce((rules: RuleList, { edit }) => applyRuleEdit(rules, edit), saved),
    [saved, waiting],
  );
}

let lastSave: Promise<unknown> = Promise.resolve();

/** Shows a change at once and sends it when those before it are answered. */
function send(edit: EditRules, forget: () => void): Promise<Acknowledgement> {
  useStore.setState(({ waiting }) => ({ waiting: [...waiting, edit] }));
  const saving = lastSave.then(async () => {
    const answer = await sendRuleEdit(edit);
    forget();
    useStore.setState(({ saved, waiting }) => ({
      saved: answer.ok ? (answer.rules ?? saved) : saved,
      waiting: waiting.filter((one) => one !== edit),
    }));
    return answer;
  });
  lastSave = saving;
  return saving;
}

/** Why a change was refused, in words for the user; `null` when it was saved. */
function refusalIn(answer: Acknowledgement): string | null {
  return answer.ok ? null : t('notSaved', answer.message);
}

function report(refusal: string | null): void {
  if (refusal) triageActions.warn(refusal);
}

/**
 * Shows a change at once and saves it as one operation; the toast then says `said` and offers to
 * undo it, unless a newer change is on its way, which "Undo" would be taken for. Gives why it was
 * refused, in words for the user, or `null` when it was saved.
 */
export async function editRules(edit: RuleEdit, said: string): Promise<string | null> {
  const named = { op: crypto.randomUUID(), edit };
  triageActions.closeToast();
  const answer = await send(named, keepEdit(named));
  const refusal = refusalIn(answer);
  if (refusal) return refusal;
  const isNewest = useStore.getState().waiting.length === 0;
  if (isNewest) triageActions.sayDone(said, named.op);
  return null;
}

/** As `editRules`, for what has no place of its own to say why it was refused: the toast says it. */
export async function editRulesOrReport(edit: RuleEdit, said: string): Promise<void> {
  report(await editRules(edit, said));
}
