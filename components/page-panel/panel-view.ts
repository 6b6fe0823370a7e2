import type { PageBridge } from '@/lib/page/bridge';
import type { PageState } from '@/lib/page/store';
import type { Summary } from '@/lib/page/summary';

/** What the parts of the panel show, and what they act on. */
export interface PanelView {
  readonly bridge: PageBridge;
  /** May lag behind the store. */
  readonly state: PageState;
  readonly summary: Summary;
}

/** Whether a page has a panel. */
export function hasPanel({ site, rows }: PageState): boolean {
  return site?.kind === 'listing' && rows.length > 0;
}
