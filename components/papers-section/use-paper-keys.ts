import type { RefObject } from 'react';
import { useActionKeys } from '@/components/keys/use-action-keys';
import { changeable, changeRecord } from '@/components/triage/change-record';
import { actOnLinks } from '@/components/triage/paper-links';
import { stateToCome } from '@/components/triage/use-triage';
import { library } from '@/lib/connections/library';
import type { PaperRecord } from '@/lib/library/store/record';
import { nextStatus, type TriageState, urlOf } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { linkActs } from '@/lib/triage/paper-links';
import { changeNumbered } from './bulk';
import type { Selection } from './selection';
import { useListKeys } from './use-list-keys';
import type { Selecting } from './use-selection';

interface PaperKeysOptions {
  readonly selection: Selection;
  readonly selecting: Selecting;
  /** The current paper, once read. */
  readonly current: PaperRecord | undefined;
  /** Contains the rows and the bar for chosen papers. */
  readonly list: RefObject<HTMLElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onNote: () => void;
  readonly onUnfold: () => void;
  readonly onLeave: () => void;
  readonly onExport: () => void;
}

/**
 * Runs the library's actions on papers by key.
 * @returns the handler for keys pressed in the list and beside it
 */
export function usePaperKeys(options: PaperKeysOptions) {
  const { selection, selecting, current, list, search } = options;
  const { cursor, chosen } = selection;

  /** Changes the chosen papers, else the current one. */
  async function change(wanted: (state: TriageState) => Change): Promise<void> {
    if (cursor === null) return;
    const record = current ?? (await library.byNums([cursor])).get(cursor); // keys can be faster than reading
    if (!record) return;
    if (chosen.size > 0) void changeNumbered(chosen, wanted(record.triage));
    else changeRecord(record, wanted(stateToCome(record.id, record.triage)));
  }

  /** For changes that take papers off the list: the next key acts on the next paper. */
  function changeAway(wanted: (state: TriageState) => Change): void {
    void change(wanted);
    if (chosen.size === 0) selecting.move(1, false);
  }

  useActionKeys('library', {
    filter() {
      search.current?.focus();
      search.current?.select();
    },
    export: options.onExport,
  });
  return useListKeys({
    move: selecting.move,
    acts: {
      select: selecting.toggleCurrent,
      selectAll: selecting.chooseAll,
      star: () => void change(({ starred }) => ({ kind: 'star', value: !starred })),
      tag() {
        const button = chosen.size > 0 ? '.bulk-bar [data-tags]' : '[aria-current] [data-tags]';
        list.current?.querySelector<HTMLElement>(button)?.click();
      },
      dismiss: () => changeAway(({ dismissed }) => ({ kind: 'dismiss', value: !dismissed })),
      note: options.onNote,
      status: () => void change(({ status }) => ({ kind: 'status', value: nextStatus(status) })),
      open() {
        const url = current && urlOf(current.id);
        if (url) window.open(url, '_blank', 'noreferrer');
      },
      ...linkActs((link) => {
        if (current) actOnLinks(link, { ...changeable(current), codeUrl: current.meta.codeUrl });
      }),
      unfold: options.onUnfold,
      remove: () => changeAway(() => ({ kind: 'remove' })),
      leave: options.onLeave,
    },
  });
}
