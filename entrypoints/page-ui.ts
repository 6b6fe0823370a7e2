import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountPageUi } from '@/components/page-panel/mount';
import { takeBridge } from '@/lib/page/bridge';

/** Injected by the background when a dialog or the panel is first needed. */
export default defineUnlistedScript(() => mountPageUi(takeBridge()));
