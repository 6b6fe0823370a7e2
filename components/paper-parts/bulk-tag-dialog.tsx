import { useState } from 'react';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import { plural } from '@/lib/i18n';

interface BulkTagDialogProps {
  /** How many papers to tag. */
  readonly count: number;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly anchor: HTMLElement;
  readonly onTag: (tag: string, value: boolean) => void;
  readonly onClose: () => void;
}

/** Tags many papers at once. Shows only the tags added in it, not those that papers have already. */
export function BulkTagDialog({ count, knownTags, anchor, onTag, onClose }: BulkTagDialogProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  return (
    <TagDialog
      title={plural('papers', count)}
      tags={added}
      suggestions={knownTags}
      failure={null}
      anchor={anchor}
      onChange={(tag, value) => {
        setAdded((before) => (value ? [...before, tag] : before.filter((one) => one !== tag)));
        onTag(tag, value);
      }}
      onClose={onClose}
    />
  );
}
