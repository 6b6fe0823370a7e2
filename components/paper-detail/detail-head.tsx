import { useRef, useState } from 'react';
import { AllAuthors } from '@/components/paper-parts/all-authors';
import { MarkedTex } from '@/components/paper-parts/marked-text';
import { NewVersion } from '@/components/paper-parts/new-version';
import { changeRecord } from '@/components/triage/change-record';
import type { Finder } from '@/lib/filter/match';
import { t } from '@/lib/i18n';
import { newVersionOf } from '@/lib/library/store/new-version';
import type { PaperRecord } from '@/lib/library/store/record';
import { OwnTexts } from './own-texts';
import { TextEditor } from './text-editor';

interface DetailHeadProps {
  readonly record: PaperRecord;
  readonly find: Finder;
}

/** The title and the authors of a paper, which can be edited together with its abstract. */
export function DetailHead({ record, find }: DetailHeadProps) {
  const { title, authors } = record.meta;
  const newVersion = newVersionOf(record);
  const [isEditing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);

  function close(): void {
    setEditing(false);
    requestAnimationFrame(() => editButton.current?.focus());
  }

  return (
    <>
      <h2 className="detail-title" dir="auto">
        <MarkedTex text={title} find={find} field="title" />
      </h2>
      {newVersion !== null && (
        <NewVersion
          title={title}
          version={newVersion}
          onAcknowledge={() => changeRecord(record, { kind: 'acknowledgeVersion' })}
        />
      )}
      {authors.length > 0 && (
        <p className="detail-authors" dir="auto">
          <AllAuthors meta={record.meta} find={find} />
        </p>
      )}
      {isEditing ? (
        <TextEditor record={record} onClose={close} />
      ) : (
        <>
          <OwnTexts record={record} />
          <button
            ref={editButton}
            type="button"
            className="text-button detail-edit"
            onClick={() => setEditing(true)}
          >
            {t('editOpen')}
          </button>
        </>
      )}
    </>
  );
}
