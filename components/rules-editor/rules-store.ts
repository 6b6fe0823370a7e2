/**
 * The rules as the editor shows them: those saved, with pending edits applied. Edits are sent one at
 * a time to keep their order, and stored until acknowledged so that closing the page loses none.
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
import { storeEdit, unsentEdits } from './unsent-edits';

export type RuleList = readonly Rule[];

interface RulesStore {
  /** The latest known saved rules; `null` until read. */
  readonly saved: RuleList | null;
  readonly pending: readonly EditRules[];
}

const useStore = create<RulesStore>(() => ({ saved: null, pending: [] }));

/** All rules, live; `null` until read. */
export function useRules(): RuleList | null {
  const stored = useLiveQuery(() => library.rules(), []);
  useEffect(() => {
    if (stored) useStore.setState({ saved: stored });
  }, [stored]);
  useEffect(() => {
    for (const { edit, discard } of unsentEdits())
      void send(edit, discard).then((answer) => warnIfRefused(refusalIn(answer)));
    return () => useStore.setState({ saved: null }); // no longer up to date
  }, []);
  const { saved, pending } = useStore();
  return useMemo(
    () => saved && pending.reduce((rules: RuleList, { edit }) => applyRuleEdit(rules, edit), saved),
    [saved, pending],
  );
}

let lastSave: Promise<unknown> = Promise.resolve();

/** Shows an edit immediately and sends it once the previous ones are answered. */
function send(edit: EditRules, discard: () => void): Promise<Acknowledgement> {
  useStore.setState(({ pending }) => ({ pending: [...pending, edit] }));
  const saving = lastSave.then(async () => {
    const answer = await sendRuleEdit(edit);
    discard();
    useStore.setState(({ saved, pending }) => ({
      saved: answer.ok ? (answer.rules ?? saved) : saved,
      pending: pending.filter((one) => one !== edit),
    }));
    return answer;
  });
  lastSave = saving;
  return saving;
}

/** Why an edit was refused, as text for the user; `null` if it was saved. */
function refusalIn(answer: Acknowledgement): string | null {
  return answer.ok ? null : t('notSaved', answer.message);
}

function warnIfRefused(refusal: string | null): void {
  if (refusal) triageActions.warn(refusal);
}

/**
 * Shows an edit immediately and saves it as one operation. The toast then shows `doneText` and offers
 * undo, unless a newer edit is pending, which "Undo" would seem to refer to. Resolves to why the edit
 * was refused, as text for the user, or `null` if it was saved.
 */
export async function editRules(edit: RuleEdit, doneText: string): Promise<string | null> {
  const command = { op: crypto.randomUUID(), edit };
  triageActions.closeToast();
  const answer = await send(command, storeEdit(command));
  const refusal = refusalIn(answer);
  if (refusal) return refusal;
  const isNewest = useStore.getState().pending.length === 0;
  if (isNewest) triageActions.sayDone(doneText, command.op);
  return null;
}

/** `editRules` for callers without a place to show a refusal: it goes to the toast. */
export async function editRulesOrReport(edit: RuleEdit, doneText: string): Promise<void> {
  warnIfRefused(await editRules(edit, doneText));
}
