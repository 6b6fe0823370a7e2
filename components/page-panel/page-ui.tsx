import type { PageBridge } from '@/lib/page/bridge';
import { KeysDialog } from './keys-dialog';
import { PageToast } from './page-toast';
import { Panel } from './panel';
import { Tagging } from './tagging';

/** The dialogs, the panel and the toast on a page. */
export function PageUi({ bridge }: { readonly bridge: PageBridge }) {
  return (
    <div className="winnow">
      <Panel bridge={bridge} />
      <Tagging bridge={bridge} />
      <KeysDialog bridge={bridge} />
      <PageToast bridge={bridge} />
    </div>
  );
}
