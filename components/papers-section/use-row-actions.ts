import { useMemo } from 'react';
import { changeRecord } from '@/components/triage/change-record';
import { stateToCome } from '@/components/triage/use-triage';
import type { RowActions } from './paper-row';
import type { Selecting } from './use-selection';

/** A paper whose tags are being edited, and the button to place the dialog at. */
export interface RowTagging {
  readonly num: number;
  readonly anchor: HTMLElement;
}

interface RowActionsOptions {
  readonly selecting: Selecting;
  readonly onOpen: (pane: 'detail') => void;
  readonly onTags: (tagging: RowTagging) => void;
}

/** The pointer actions of rows; stable if the options are. */
export function useRowActions({ selecting, onOpen, onTags }: RowActionsOptions): RowActions {
  return useMemo<RowActions>(
    () => ({
      onPick(num, held) {
        selecting.pick(num, held);
        if (!held.adds && !held.extends) onOpen('detail');
      },
      onCheck: selecting.check,
      onStar(record) {
        const { starred } = stateToCome(record.id, record.triage);
        changeRecord(record, { kind: 'star', value: !starred });
      },
      onDismiss: (record) =>
        changeRecord(record, { kind: 'dismiss', value: !record.triage.dismissed }),
      onTags: ({ num }, anchor) => onTags({ num, anchor }),
    }),
    [selecting, onOpen, onTags],
  );
}
