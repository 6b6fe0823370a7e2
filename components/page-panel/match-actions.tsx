import { useState } from 'react';
import { useStore } from 'zustand';
import { cleanTag } from '@/lib/command';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { PaperId } from '@/lib/paper';

interface MatchActionsProps {
  readonly bridge: PageBridge;
  /** How many papers match. */
  readonly matching: number;
}

/** Stars or tags all papers that match. */
export function MatchActions({ bridge, matching }: MatchActionsProps) {
  const rows = useStore(bridge.store, (state) => state.matching);
  const text = useStore(bridge.store, ({ filter }) => filter.text);
  const [tag, setTag] = useState<string | null>(null);
  const ids = (): PaperId[] => [...new Set(Array.from(rows ?? [], ({ id }) => id))];
  if (matching === 0) return null;

  return (
    <div className="line actions">
      <button type="button" onClick={() => bridge.changeAll(ids(), { kind: 'star', value: true })}>
        {t('panelStarAll', matching)}
      </button>
      {tag === null ? (
        <button type="button" onClick={() => setTag('')}>
          {t('panelTagAll')}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const clean = cleanTag(tag);
            if (clean) bridge.changeAll(ids(), { kind: 'tag', tag: clean, value: true });
            setTag(null);
          }}
        >
          <input
            aria-label={t('panelTagForAll', matching)}
            placeholder={t('panelTagHint')}
            value={tag}
            autoFocus
            maxLength={100}
            onChange={(event) => setTag(event.target.value)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Escape') setTag(null);
            }}
          />
        </form>
      )}
      <button type="button" onClick={() => bridge.addRule(text)}>
        {t('panelSaveRule')}
      </button>
    </div>
  );
}
