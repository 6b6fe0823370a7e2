import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import { askUntilAnswered } from '@/lib/messages';
import type { PageBridge } from '@/lib/page/bridge';
import { shownState } from '@/lib/page/store';
import { Panel } from './panel';

/** The dialogs and the panel of a page. */
export function PageUi({ bridge }: { readonly bridge: PageBridge }) {
  return (
    <div className="winnow">
      <Panel bridge={bridge} />
      <Tagging bridge={bridge} />
    </div>
  );
}

/** The tag dialog of the row that asked for it. */
function Tagging({ bridge: { store, change } }: { readonly bridge: PageBridge }) {
  // Nothing but the paper whose tags are edited makes it render: most changes are about others.
  const tagging = useStore(store, (state) => state.tagging);
  const state = useStore(store, (now) => (now.tagging ? now : null));
  const [known, setKnown] = useState<readonly string[]>([]);
  const isOpen = tagging !== null;

  useEffect(() => {
    if (isOpen) void askUntilAnswered('tags').then(setKnown, () => setKnown([]));
  }, [isOpen]);

  if (!tagging || !state) return null;
  const { id, control } = tagging;
  const row = state.rows.find((one) => one.id === id);
  if (!row) return null;
  return (
    <TagDialog
      key={id}
      title={row.title}
      tags={shownState(state, id).tags}
      suggestions={known}
      failure={state.failures[id] ?? null}
      anchor={control.shadowRoot?.querySelector('[data-action=tags]') ?? control}
      onChange={(tag, value) => void change(id, { kind: 'tag', tag, value })}
      onClose={() => store.setState({ tagging: null })}
    />
  );
}
