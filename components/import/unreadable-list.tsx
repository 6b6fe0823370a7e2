import { useState } from 'react';
import type { UnreadableEntry } from '@/lib/exchange/formats/parsed-paper';
import { plural, t } from '@/lib/i18n';
import { unreadableOf } from './use-import';

/** How many entries are shown at a time. */
const PAGE = 50;

/** What could not be read, and why; loaded on opening. */
export function UnreadableList({ count }: { readonly count: number }) {
  const [shown, setShown] = useState<readonly UnreadableEntry[]>([]);
  async function showMore(): Promise<void> {
    setShown([...shown, ...(await unreadableOf(shown.length, shown.length + PAGE))]);
  }
  return (
    <details
      className="import-unreadable panel"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && shown.length === 0) void showMore();
      }}
    >
      <summary>{plural('importUnreadable', count)}</summary>
      <ol>
        {shown.map(({ place, excerpt, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they only ever get more
          <li key={index}>
            <span className="quiet">{t('importPlace', place)}</span>
            <span>{reason}</span>
            {excerpt && <code dir="auto">{excerpt}</code>}
          </li>
        ))}
      </ol>
      {shown.length > 0 && shown.length < count && (
        <button type="button" className="text-button" onClick={() => void showMore()}>
          {t('importUnreadableMore')}
        </button>
      )}
    </details>
  );
}
