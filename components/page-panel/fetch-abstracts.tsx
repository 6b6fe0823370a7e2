import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { PageState } from '@/lib/page/store';

interface FetchAbstractsProps {
  readonly bridge: PageBridge;
  readonly state: PageState;
}

/** Offers to fetch abstracts missing from a listing; off by default. */
export function FetchAbstracts({ bridge, state }: FetchAbstractsProps) {
  const { lacking, abstractsProblem } = state;
  const fetchesAbstracts = useStore(bridge.store, (now) => now.fetchesAbstracts);
  if (lacking === 0) return null;
  return (
    <div className="fetch">
      <label>
        <input
          type="checkbox"
          checked={fetchesAbstracts}
          onChange={(event) => bridge.setFetchAbstracts(event.target.checked)}
        />
        {t('panelFetch')}
      </label>
      {fetchesAbstracts && (
        <p className="problem" role="status">
          {abstractsProblem ?? t('panelFetching', lacking)}
        </p>
      )}
    </div>
  );
}
