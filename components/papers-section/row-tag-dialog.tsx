import { usePapers } from '@/components/live-lists/use-list';
import { PaperTagDialog } from '@/components/paper-parts/paper-tag-dialog';
import { changeable } from '@/components/triage/change-record';
import type { RowTagging } from './use-row-actions';

interface RowTagDialogProps extends RowTagging {
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly onClose: () => void;
}

/** Edits the tags of a row's paper. Stays open if the paper leaves the list. */
export function RowTagDialog({ num, ...dialog }: RowTagDialogProps) {
  const record = usePapers([num]).get(num);
  return (
    record && (
      <PaperTagDialog
        {...dialog}
        place="library"
        paper={changeable(record)}
        state={record.triage}
      />
    )
  );
}
