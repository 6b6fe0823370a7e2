import { useSetting } from '@/components/design/use-setting';
import { lastRequest } from '@/lib/arxiv/last-request';
import { lookUps } from '@/lib/arxiv/metadata-lookup';
import { formatNumber, plural, t } from '@/lib/i18n';
import './metadata-lookup.css';
import { TakeBack } from './take-back';

/** How far looking up what imported papers lack has come, and why it does not go on. Live. */
export function LookUpStanding() {
  const [standing] = useSetting(lookUps);
  const [last] = useSetting(lastRequest);
  if (!standing) return null;
  const { waiting, done, found, joins } = standing;
  if (waiting.length === 0) {
    return done === 0 ? null : (
      <p className="quiet">
        <span role="status">{plural('lookUpDone', done, formatNumber(found))}</span>{' '}
        <TakeBack joins={joins} />
      </p>
    );
  }
  const counts = [formatNumber(done), formatNumber(found)] as const;
  return (
    <>
      <p className="quiet" role="status">
        {plural('lookUpGoing', done + waiting.length, ...counts)}
      </p>
      {last?.problem && (
        <p className="look-up-problem" role="status">
          {last.problem.text} {t('lookUpGoesOn')}
        </p>
      )}
    </>
  );
}
