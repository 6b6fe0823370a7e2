import { useStore } from 'zustand';
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
        Fetch abstracts from arXiv
      </label>
      {fetchesAbstracts && (
        <p className="problem" role="status">
          {abstractsProblem ?? `${lacking} on their way, a hundred at a time…`}
        </p>
      )}
    </div>
  );
}
