import type { PageBridge } from '@/lib/page/bridge';
import { KeysDialog } from './keys-dialog';
import { PageToast } from './page-toast';
import { Panel } from './panel';
import { RoomInPage } from './room-in-page';
import { Tagging } from './tagging';

/** The panel, the toast above it, and the dialogs on a page. */
export function PageUi({ bridge }: { readonly bridge: PageBridge }) {
  return (
    <div className="winnow">
      <RoomInPage bridge={bridge} />
      <div className="dock">
        <Panel bridge={bridge} />
        <PageToast bridge={bridge} />
      </div>
      <Tagging bridge={bridge} />
      <KeysDialog bridge={bridge} />
    </div>
  );
}
