import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';

/** Offers to fetch the abstracts that a listing lacks; off until the user turns it on. */
export function FetchAbstracts({ bridge }: { readonly bridge: PageBridge }) {
  const { lacking, fetchesAbstracts, abstractsProblem } = useStore(bridge.store);
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
