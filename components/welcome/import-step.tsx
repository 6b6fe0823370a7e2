import { hrefOf } from '@/components/shell/route';
import { t } from '@/lib/i18n';
import { StepFoot } from './step-foot';
import type { StepProps } from './steps';

/** Where papers may be already. */
const SOURCES = ['paperMemory', 'zotero', 'bibtex'] as const;

/** Says how papers are brought from other programs. */
export function ImportStep({ onLeave }: StepProps) {
  return (
    <>
      <p>{t('welcomeImport')}</p>
      <dl className="step-sources">
        {SOURCES.map((source) => (
          <div key={source}>
            <dt>
              <a href={hrefOf('import')}>{t(`welcomeFrom_${source}`)}</a>
            </dt>
            <dd>{t(`welcomeFromHelp_${source}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('welcomeImportHelp')}</p>
      <StepFoot isDone={false} onLeave={onLeave} />
    </>
  );
}
