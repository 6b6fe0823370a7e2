import { useSetting } from '@/components/design/use-setting';
import { lastRequest } from '@/lib/arxiv/last-request';
import { lookupProgress } from '@/lib/arxiv/lookup-progress';
import { plural, t } from '@/lib/i18n';
import './metadata-lookup.css';
import { TakeBack } from './take-back';

/** The progress of looking up missing metadata and what delays it, live. */
export function LookupStatus() {
  const [progress] = useSetting(lookupProgress);
  const [last] = useSetting(lastRequest);
  if (!progress) return null;
  const { waiting, done, found, joins } = progress;
  if (waiting.length === 0) {
    return done === 0 ? null : (
      <p className="quiet">
        <span role="status">{plural('lookUpDone', done, found)}</span> <TakeBack joins={joins} />
      </p>
    );
  }
  const counts = [done, found] as const;
  return (
    <>
      <p className="quiet" role="status">
        {plural('lookUpGoing', done + waiting.length, ...counts)}
      </p>
      {last?.problem && (
        <p className="lookup-problem" role="status">
          {last.problem.text} {t('lookUpGoesOn')}
        </p>
      )}
    </>
  );
}
