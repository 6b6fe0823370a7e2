import { useSetting } from '@/components/design/use-setting';
import type { ListPlace } from '@/components/keys/list-press';
import { useKeys } from '@/components/keys/use-keys';
import { useOwnNoteSession } from '@/components/note-editor/use-own-note-session';
import { NoteAndStatus } from '@/components/tag-dialog/note-and-status';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import type { ChangeablePaper } from '@/components/triage/change-record';
import { actOnLinks } from '@/components/triage/paper-links';
import { triageActions, useFailure } from '@/components/triage/use-triage';
import type { TriageState } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { withRecent } from '@/lib/settings/recent-tags';
import { recentTags } from '@/lib/settings/settings';
import { PaperLinks } from './paper-links';

interface PaperTagDialogProps {
  readonly place: ListPlace;
  readonly paper: ChangeablePaper;
  readonly state: TriageState;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** The dialog for tags, note and status of a paper, on the extension's own pages. */
export function PaperTagDialog(props: PaperTagDialogProps) {
  const { place, paper, state, knownTags, anchor, onClose } = props;
  const [recent = [], setRecent] = useSetting(recentTags);
  const note = useOwnNoteSession(paper, state.note);
  const change = (wanted: Change) => void triageActions.change([paper], wanted);

  function changeTag(tag: string, value: boolean): void {
    change({ kind: 'tag', tag, value });
    if (value) setRecent(withRecent(recent, tag));
  }

  return (
    <TagDialog
      title={paper.title}
      tags={state.tags}
      suggestions={knownTags}
      recent={recent}
      failure={useFailure(paper.id)}
      anchor={anchor}
      onChange={changeTag}
      onClose={onClose}
    >
      <NoteAndStatus
        status={state.status}
        onStatus={(value) => change({ kind: 'status', value })}
        note={note}
      />
      <PaperLinks
        id={paper.id}
        place={place}
        keys={useKeys()}
        onCopy={(copy) => actOnLinks(copy, paper)}
      />
    </TagDialog>
  );
}
