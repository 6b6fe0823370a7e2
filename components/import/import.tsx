import { Section } from '@/components/shell/section';
import { t } from '@/lib/i18n';
import { ChooseSource } from './choose-source';
import { ImportDone } from './import-done';
import { ReadingProgress, WritingProgress } from './import-progress';
import { Preview } from './preview';
import { useImport } from './use-import';

/** Imports papers from files and texts, with a preview before anything is written. */
export function Import() {
  const { stage, turn } = useImport();
  return (
    <Section title={t('section_import')} lead={t('importLead')}>
      {stage.kind !== 'done' && (
        // Hidden instead of removed, to keep a pasted text for corrections.
        <div hidden={stage.kind !== 'choose'}>
          <ChooseSource failure={stage.kind === 'choose' ? stage.failure : null} />
        </div>
      )}
      {stage.kind === 'reading' && <ReadingProgress stage={stage} />}
      {stage.kind === 'preview' && <Preview key={turn} stage={stage} />}
      {stage.kind === 'writing' && <WritingProgress stage={stage} />}
      {stage.kind === 'done' && <ImportDone stage={stage} />}
    </Section>
  );
}
