import { useState } from 'react';
import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { papersInScope } from '@/lib/page/whole-page';
import { TagAllForm } from './tag-all-form';

interface MatchActionsProps {
  readonly bridge: PageBridge;
  /** The number of matching papers. */
  readonly matching: number;
}

/** Actions on all matching papers, and saving the filter as a rule. */
export function MatchActions({ bridge, matching }: MatchActionsProps) {
  const text = useStore(bridge.store, ({ filter }) => filter.text);
  const [isTagging, setTagging] = useState(false);
  const ids = () => papersInScope(bridge.store.getState());
  if (matching === 0) return null;

  return (
    <div className="line actions">
      <button type="button" onClick={() => bridge.changeAll(ids(), { kind: 'star', value: true })}>
        {t('panelStarAll', matching)}
      </button>
      {isTagging ? (
        <TagAllForm
          count={matching}
          onTag={(tag) => bridge.changeAll(ids(), { kind: 'tag', tag, value: true })}
          onClose={() => setTagging(false)}
        />
      ) : (
        <button type="button" onClick={() => setTagging(true)}>
          {t('panelTagAll')}
        </button>
      )}
      <button type="button" onClick={() => bridge.addRule(text)}>
        {t('panelSaveRule')}
      </button>
    </div>
  );
}
