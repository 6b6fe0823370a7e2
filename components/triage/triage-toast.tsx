import { Toast } from './toast';
import { triageActions, useTriage } from './use-triage';

/** The toast of the extension's own pages. */
export function TriageToast() {
  const toast = useTriage((state) => state.toast);
  return (
    <Toast
      toast={toast}
      onPress={() => void triageActions.pressToast()}
      onClose={triageActions.closeToast}
    />
  );
}
