import { useKeys } from '@/components/keys/use-keys';
import { Toast } from './toast';
import { triageActions, useTriage } from './use-triage';

/** The toast of the extension's own pages. */
export function TriageToast({ place }: { readonly place: 'popup' | 'library' }) {
  const keys = useKeys();
  const toast = useTriage((state) => state.toast);
  return (
    <Toast
      toast={toast}
      place={place}
      keys={keys}
      onPress={() => void triageActions.pressToast()}
      onClose={triageActions.closeToast}
    />
  );
}
