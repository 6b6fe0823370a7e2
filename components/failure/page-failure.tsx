import { Component, lazy, type ReactNode, Suspense } from 'react';
import { t } from '@/lib/i18n';
import { errorMessage } from '@/lib/util/error-message';

interface PageFailureProps {
  readonly children: ReactNode;
}

interface PageFailureState {
  readonly failure: { readonly error: unknown } | null;
}

/** Error boundary of an extension page: shows why it failed and what can be done. */
export class PageFailure extends Component<PageFailureProps, PageFailureState> {
  override state: PageFailureState = { failure: null };

  static getDerivedStateFromError(error: unknown): PageFailureState {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <Notice reason={errorMessage(failure.error)} /> : this.props.children;
  }
}

// Loaded only on failure.
const LastBackup = lazy(() =>
  import('./last-backup').then((module) => ({ default: module.LastBackup })),
);

function Notice({ reason }: { readonly reason: string }) {
  return (
    <main className="empty page-failure">
      <h1>{t('pageFailure')}</h1>
      <div role="alert">
        <p>{t('pageFailureReason', reason)}</p>
        <p>{t('pageFailureHelp')}</p>
      </div>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {t('pageFailureRetry')}
      </button>
      <Suspense>
        <LastBackup />
      </Suspense>
    </main>
  );
}
