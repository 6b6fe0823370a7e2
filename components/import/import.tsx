import { Section } from '@/components/shell/section';
import { t } from '@/lib/i18n';
import { ChooseSource } from './choose-source';
import { ImportDone } from './import-done';
import { ReadingProgress, WritingProgress } from './import-progress';
import { Preview } from './preview';
import { useImport } from './use-import';

/** Imports papers from files and texts of other programs: what is found is shown before it is written. */
export function Import() {
  const { stage, turn } = useImport();
  return (
    <Section title={t('section_import')} lead={t('importLead')}>
      {stage.kind !== 'done' && (
        // Only hidden meanwhile: a pasted text that has to be changed is still there.
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
