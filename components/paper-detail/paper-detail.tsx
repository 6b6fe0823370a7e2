import { useMemo } from 'react';
import type { TagColours } from '@/components/live-lists/use-tags';
import { AiSummary } from '@/components/paper-parts/ai-summary';
import { finderFor } from '@/components/paper-parts/finder';
import { MarkedTex } from '@/components/paper-parts/marked-text';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { DetailActions } from './detail-actions';
import { DetailFacts } from './detail-facts';
import { DetailHead } from './detail-head';
import { DetailLinks } from './detail-links';
import { DetailNote } from './detail-note';
import { DetailTags } from './detail-tags';

interface PaperDetailProps {
  readonly record: PaperRecord;
  readonly search: string;
  readonly tagColours: TagColours;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  /** Whether the note is being edited. */
  readonly isNoting: boolean;
  readonly onNote: (isNoting: boolean) => void;
  /** Returns to the list, on screens where the details cover it. */
  readonly onClose: () => void;
}

/** Everything about one paper. */
export function PaperDetail(props: PaperDetailProps) {
  const { record, search, knownTags, tagColours, isNoting, onNote, onClose } = props;
  const { abstract } = record.meta;
  const find = useMemo(() => finderFor(search), [search]);

  return (
    <aside className="paper-detail" aria-label={t('detailLabel')}>
      <button type="button" className="button detail-back" onClick={onClose}>
        {t('detailBack')}
      </button>
      <DetailActions record={record} knownTags={knownTags} />
      <DetailHead record={record} find={find} />
      <DetailTags key={record.id} tags={record.triage.tags} tagColours={tagColours} />
      <DetailLinks record={record} />
      <DetailNote record={record} find={find} isEditing={isNoting} onEdit={onNote} />
      {abstract && (
        <section aria-label={t('detailAbstract')}>
          <h3 className="detail-abstract-head">{t('detailAbstract')}</h3>
          <p className="detail-abstract" dir="auto">
            <MarkedTex text={abstract} find={find} field="abstract" />
          </p>
        </section>
      )}
      <AiSummary meta={record.meta} />
      <DetailFacts record={record} />
    </aside>
  );
}
