import { useEffect } from 'react';
import { useSetting } from '@/components/design/use-setting';
import { lastRequest } from '@/lib/arxiv/last-request';
import { t } from '@/lib/i18n';
import { withRetry } from '@/lib/page/abstracts';
import type { PaperId } from '@/lib/paper';
import { ask, NoAnswer } from '@/lib/protocol/ask';
import { fetchAbstracts } from '@/lib/settings/settings';

/** The background may have been stopped with work left: it is asked again, in milliseconds. */
const ASK_AGAIN_MS = 20_000;

/** Offers to look papers up at arXiv, and says how far that has come. */
export function LookUpLine({ incomplete }: { readonly incomplete: readonly PaperId[] }) {
  const [isOn] = useSetting(fetchAbstracts);
  const [last] = useSetting(lastRequest);

  useEffect(() => {
    if (!isOn || incomplete.length === 0) return;
    const lookUp = () =>
      void ask('lookUp', incomplete).catch((error) => {
        if (!(error instanceof NoAnswer)) throw error;
      });
    lookUp();
    const timer = setInterval(lookUp, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOn, incomplete]);

  if (isOn === undefined || incomplete.length === 0) return null;
  return (
    <div className="look-up">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          // Shown once it is stored, when the background sees it too.
          onChange={({ target }) => void fetchAbstracts.setValue(target.checked)}
        />
        {t('popupLookUp')}
      </label>
      {isOn && (
        <p className="remark" role="status">
          {last?.problem && last.problem.retryAt > Date.now()
            ? withRetry(last.problem)
            : t('panelFetching', incomplete.length)}
        </p>
      )}
    </div>
  );
}
