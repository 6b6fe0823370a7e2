import { useKeyHint } from '@/components/keys/use-key-hint';
import { useKeys } from '@/components/keys/use-keys';
import { pagesOf } from '@/components/paper-parts/host-pages';
import { PaperLinks } from '@/components/paper-parts/paper-links';
import { RefreshFromArxiv } from '@/components/paper-parts/refresh-from-arxiv';
import { ResourceLinks } from '@/components/paper-parts/resource-links';
import { changeable, changeRecord } from '@/components/triage/change-record';
import { actOnLinks } from '@/components/triage/paper-links';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf } from '@/lib/paper';

/** Where to read a paper, and what else can be done with it, in quiet lines. */
export function DetailLinks({ record }: { readonly record: PaperRecord }) {
  const { id, meta, triage } = record;
  const hint = useKeyHint('library');
  return (
    <section className="detail-links" aria-label={t('detailLinks')}>
      <PaperLinks
        id={id}
        place="library"
        keys={useKeys()}
        pages={pagesOf({ id, meta, published: t('detailDoi') })}
        onCopy={(copy) => actOnLinks(copy, changeable(record))}
      >
        <ResourceLinks meta={meta} />
      </PaperLinks>
      <p>
        {arxivIdOf(id) !== null && (
          <RefreshFromArxiv className="text-button" papers={async () => [id]} />
        )}
        <SendToZotero className="text-button" papers={async () => [{ id, paper: null }]} />
      </p>
      <p>
        <button
          type="button"
          className="text-button"
          title={hint(t(triage.dismissed ? 'rowBringBack' : 'rowDismiss'), 'dismiss')}
          onClick={() => changeRecord(record, { kind: 'dismiss', value: !triage.dismissed })}
        >
          {t(triage.dismissed ? 'rowBringBack' : 'rowDismiss')}
        </button>
        <button
          type="button"
          className="text-button"
          title={hint(t('detailRemove'), 'remove')}
          onClick={() => changeRecord(record, { kind: 'remove' })}
        >
          {t('detailRemove')}
        </button>
      </p>
    </section>
  );
}
