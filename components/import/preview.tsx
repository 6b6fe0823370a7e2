import { type ReactNode, useState } from 'react';
import type { ImportSummary } from '@/lib/exchange/import/session';
import { plural, t } from '@/lib/i18n';
import { Facts } from './facts';
import { LibraryForm, PapersForm } from './import-form';
import type { StageOf } from './import-stage';
import { LibraryFacts, LibraryOptions } from './library-preview';
import { PreviewPapers } from './preview-papers';
import { TableColumns } from './table-columns';
import { UnreadableList } from './unreadable-list';

/** What was found. Nothing is written yet. */
export function Preview({ stage }: { readonly stage: StageOf<'preview'> }) {
  const { summary, isBackup, failure } = stage;
  const { library } = summary;
  const [excluded, setExcluded] = useState<ReadonlySet<number>>(new Set());
  const [choice, setChoice] = useState({ bringsBack: isBackup, withSettings: false });
  const mode = choice.bringsBack ? 'returned' : 'merged';
  return (
    <div className="import-preview">
      {failure && (
        <p className="import-failure" role="alert">
          {failure}
        </p>
      )}
      <Summary stage={stage}>
        {library ? (
          <>
            <LibraryFacts summary={summary} library={library} mode={mode} />
            <LibraryOptions library={library} choice={choice} onChoose={setChoice} />
          </>
        ) : (
          <FoundFacts summary={summary} />
        )}
      </Summary>
      {summary.table && <TableColumns table={summary.table} />}
      {summary.papers > 0 && (
        <PreviewPapers summary={summary} mode={mode} excluded={excluded} onExclude={setExcluded} />
      )}
      {summary.papers === 0 && <p className="import-nothing">{t('importNothing')}</p>}
      {summary.unreadable > 0 && <UnreadableList count={summary.unreadable} />}
      {library ? (
        <LibraryForm summary={summary} excluded={excluded} isBackup={isBackup} choice={choice} />
      ) : (
        <PapersForm summary={summary} excluded={excluded} />
      )}
    </div>
  );
}

interface SummaryProps {
  readonly stage: StageOf<'preview'>;
  readonly children: ReactNode;
}

/** How many papers were found, and where. */
function Summary({ stage: { name, summary, isBackup }, children }: SummaryProps) {
  return (
    <div className="import-summary panel">
      <div role="status">
        <h2>{plural('importFound', summary.papers)}</h2>
      </div>
      <p className="quiet" dir="auto">
        {isBackup ? t('importFromBackup', name ?? '') : sourceOf(name, summary)}
      </p>
      {summary.encoding === 'latin-1' && <p className="import-warning">{t('importLatin')}</p>}
      {children}
    </div>
  );
}

function sourceOf(name: string | null, { format }: ImportSummary): string {
  const kind = t(`importFormat_${format}`);
  return name === null ? t('importFromText', kind) : t('importFromFile', name, kind);
}

function FoundFacts({ summary }: { readonly summary: ImportSummary }) {
  const { papers, fresh, repeated, unreadable } = summary;
  const facts = [
    papers > 0 && plural('importFresh', fresh),
    papers > fresh && plural('importKnown', papers - fresh),
    repeated > 0 && plural('importRepeated', repeated),
    unreadable > 0 && plural('importUnreadable', unreadable),
  ];
  return <Facts facts={facts} />;
}
