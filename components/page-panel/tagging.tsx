import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useNoteSession } from '@/components/note-editor/use-note-session';
import { PaperLinks } from '@/components/paper-parts/paper-links';
import { NoteAndStatus } from '@/components/tag-dialog/note-and-status';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import type { PageBridge } from '@/lib/page/bridge';
import { paperOf, shownState } from '@/lib/page/store';
import { read } from '@/lib/protocol/ask';
import { withRecent } from '@/lib/settings/recent-tags';
import type { Row } from '@/lib/sites/site';

/** The dialog for tags, note and status of a row. */
export function Tagging({ bridge }: { readonly bridge: PageBridge }) {
  const tagging = useStore(bridge.store, (state) => state.tagging);
  const row = useStore(bridge.store, ({ rows }) => rows.find(({ id }) => id === tagging?.id));
  if (!tagging || !row) return null;
  const { control, part } = tagging;
  return <Dialog key={row.id} bridge={bridge} row={row} control={control} part={part} />;
}

/** Cached between dialogs, so that the next one has suggestions immediately. */
let lastKnown: readonly string[] = [];
let lastRecent: readonly string[] = [];

interface DialogProps {
  readonly bridge: PageBridge;
  readonly row: Row;
  readonly control: HTMLElement;
  readonly part: 'tags' | 'note';
}

function Dialog({ bridge, row, control, part }: DialogProps) {
  const { id, title } = row;
  const page = useStore(bridge.store);
  const state = shownState(page, id);
  const [known, setKnown] = useState(lastKnown);
  const [recent, setRecent] = useState(lastRecent);
  const ownTagsKey = state.tags.join('\n');
  const note = useNoteSession({
    subject: { id, paper: paperOf(page, row) },
    note: state.note,
    services: bridge.notes,
    onEnd: (end) => bridge.noteEnded(title, end),
  });

  useEffect(() => {
    let isWanted = true;
    const ownTags = ownTagsKey === '' ? [] : ownTagsKey.split('\n');
    read('tags', ownTags).then(
      (tags) => {
        lastKnown = tags;
        if (isWanted) setKnown(tags);
      },
      () => undefined, // works without suggestions
    );
    return () => {
      isWanted = false;
    };
  }, [ownTagsKey]);

  useEffect(() => {
    void bridge.recentTags.getValue().then((stored) => {
      lastRecent = stored;
      setRecent(stored);
    });
  }, [bridge]);

  function changeTag(tag: string, value: boolean): void {
    void bridge.change(id, { kind: 'tag', tag, value });
    if (!value) return;
    lastRecent = withRecent(lastRecent, tag);
    setRecent(lastRecent);
    void bridge.recentTags.setValue(lastRecent);
  }

  return (
    <TagDialog
      title={title}
      tags={state.tags}
      suggestions={known}
      recent={recent}
      failure={page.failures[id] ?? null}
      anchor={control.querySelector<HTMLElement>('[data-action=tags]') ?? control}
      onChange={changeTag}
      onClose={() => bridge.closeDialog()}
      focusesTextBox={part === 'note'}
    >
      <NoteAndStatus
        status={state.status}
        onStatus={(status) => void bridge.change(id, { kind: 'status', value: status })}
        note={note}
      />
      <PaperLinks
        id={id}
        place="page"
        keys={useStore(bridge.keys)}
        onCopy={(copy) => bridge.actOnLinks(row, copy)}
      />
    </TagDialog>
  );
}
