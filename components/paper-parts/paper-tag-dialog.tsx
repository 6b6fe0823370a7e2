import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import type { ChangeablePaper } from '@/components/triage/change-record';
import { triageActions, useFailure } from '@/components/triage/use-triage';

interface PaperTagDialogProps {
  readonly paper: ChangeablePaper;
  readonly tags: readonly string[];
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** The tag dialog for one paper, on the extension's own pages. */
export function PaperTagDialog({ paper, tags, knownTags, anchor, onClose }: PaperTagDialogProps) {
  return (
    <TagDialog
      title={paper.title}
      tags={tags}
      suggestions={knownTags}
      failure={useFailure(paper.id)}
      anchor={anchor}
      onChange={(tag, value) => void triageActions.change([paper], { kind: 'tag', tag, value })}
      onClose={onClose}
    />
  );
}
