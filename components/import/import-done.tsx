import { useLiveQuery } from 'dexie-react-hooks';
import { LookupOffer } from '@/components/metadata-lookup/lookup-offer';
import { paramsOf } from '@/components/shell/query-params';
import { hrefOf } from '@/components/shell/route';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import type { StageOf } from './import-stage';
import { useImport } from './use-import';

/** The result of an import, or that it was undone. */
export function ImportDone({ stage }: { readonly stage: StageOf<'done'> }) {
  const { op, text, tag, incomplete } = stage;
  const { cancel } = useImport();
  const isUndone = useLiveQuery(() => library.isUndone(op), [op]) ?? false;
  const href = hrefOf('papers', tag === '' ? '' : paramsOf({ tags: [tag] }));
  return (
    <div className="import-done panel">
      <div role="status">
        <h2>{isUndone ? t('importUndone') : text}</h2>
      </div>
      {!isUndone && (
        <>
          <p className="quiet">{t('importDoneHelp')}</p>
          <LookupOffer incomplete={incomplete} />
        </>
      )}
      <div className="section-actions">
        {!isUndone && (
          <a className="button primary" href={href}>
            {t('importShow')}
          </a>
        )}
        <button type="button" className="button" onClick={cancel}>
          {t('importMore')}
        </button>
      </div>
    </div>
  );
}
