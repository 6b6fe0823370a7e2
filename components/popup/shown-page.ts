import type { Ref, RefObject } from 'react';
import type { ListHandle } from '@/components/paper-list/paper-list';
import type { PageLink } from '@/lib/page/page-link';
import type { PageView } from '@/lib/protocol/page-view';

/** A page whose papers are shown, be it by its own script or by ours. */
export interface ShownPage {
  readonly view: Omit<PageView, 'site'>;
  readonly link: Pick<PageLink, 'request'>;
}

/** What the tabs of the popup are given alike. */
export interface TabProps {
  readonly focusSearch: boolean;
  readonly search: Ref<HTMLInputElement>;
  readonly list: RefObject<ListHandle | null>;
  readonly onLeave: () => void;
}
