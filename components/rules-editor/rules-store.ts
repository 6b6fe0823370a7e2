/**
 * The rules as the editor shows them: what is saved, with the changes on their way made to it.
 * Changes are sent one after the other, each made to the rules as they are by then, so that none
 * takes another back, from another window neither.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { useTriage } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import { library } from '@/lib/library/open';
import { sendRules } from '@/lib/send-command';
import type { RuleEdit, RuleList } from './rule-edits';

interface RulesStore {
  /** The newest that is known to be saved; `null` until it was read. */
  readonly saved: RuleList | null;
  readonly waiting: readonly RuleEdit[];
}

const useStore = create<RulesStore>(() => ({ saved: null, waiting: [] }));

/** All rules, live; `null` until they were read. */
export function useRules(): RuleList | null {
  const stored = useLiveQuery(() => library.rules(), []);
  useEffect(() => {
    if (stored) useStore.setState({ saved: stored });
  }, [stored]);
  useEffect(() => () => useStore.setState({ saved: null }), []); // nobody listens any more
  const { saved, waiting } = useStore();
  return useMemo(
    () => saved && waiting.reduce((rules: RuleList, edit) => edit(rules), saved),
    [saved, waiting],
  );
}

let lastSave: Promise<unknown> = Promise.resolve();

/**
 * Shows a change at once and saves it as one operation; the toast then says `said` and offers to
 * undo it, unless a newer change is on its way, which "Undo" would be taken for. Gives why it was
 * refused, in words for the user, or `null` when it was saved.
 */
export function editRules(edit: RuleEdit, said: string): Promise<string | null> {
  useStore.setState(({ waiting }) => ({ waiting: [...waiting, edit] }));
  useTriage.getState().dismissNotice();
  const saving = lastSave.then(async () => {
    const op = crypto.randomUUID();
    const answer = await sendRules({ op, rules: [...edit(await library.rules())] });
    useStore.setState(({ saved, waiting }) => ({
      saved: answer.ok ? (answer.rules ?? saved) : saved,
      waiting: waiting.filter((one) => one !== edit),
    }));
    if (!answer.ok) return t('notSaved', answer.message);
    const isNewest = useStore.getState().waiting.length === 0;
    if (isNewest) useTriage.getState().report({ kind: 'done', text: said, undoes: op });
    return null;
  });
  lastSave = saving;
  return saving;
}

/** As `editRules`, for what has no place of its own to say why it was refused: the toast says it. */
export async function editRulesOrReport(edit: RuleEdit, said: string): Promise<void> {
  const refusal = await editRules(edit, said);
  if (refusal) useTriage.getState().report({ kind: 'failure', text: refusal });
}
