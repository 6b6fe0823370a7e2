import { useCallback } from 'react';
import { useStore } from 'zustand';
import { Toast } from '@/components/triage/toast';
import type { PageBridge } from '@/lib/page/bridge';

/** The toast on a page. */
export function PageToast({ bridge }: { readonly bridge: PageBridge }) {
  const toast = useStore(bridge.ui, (ui) => ui.toast);
  const keys = useStore(bridge.keys);
  const close = useCallback(() => bridge.ui.setState({ toast: null }), [bridge]);
  return (
    <Toast
      toast={toast}
      onPress={() => void bridge.pressToast()}
      onClose={close}
      place="page"
      keys={keys}
    />
  );
}
