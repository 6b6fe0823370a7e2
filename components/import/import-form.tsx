import { type ReactNode, useId, useState } from 'react';
import { useSetting } from '@/components/design/use-setting';
import type { ImportSummary } from '@/lib/exchange/import/session';
import { plural, t } from '@/lib/i18n';
import { lookUpImports } from '@/lib/settings/settings';
import { ImportOption } from './import-option';
import type { LibraryChoice } from './send-import';
import { useImport } from './use-import';

interface ImportFormProps {
  readonly summary: ImportSummary;
  /** The indexes of the papers to leave out. */
  readonly excluded: ReadonlySet<number>;
}

/** Imports papers from another program, tagging all of them. */
export function PapersForm({ summary, excluded }: ImportFormProps) {
  const { write } = useImport();
  const [tag, setTag] = useState(t('importTagDefault'));
  const id = useId();
  const chosen = summary.papers - excluded.size;
  return (
    <ImportForm
      submit={
        summary.papers > 0 && (
          <button type="submit" className="button primary" disabled={chosen === 0}>
            {plural('importDo', chosen)}
          </button>
        )
      }
      onSubmit={() => {
        if (chosen > 0) void write({ excluded: [...excluded], tag }, chosen);
      }}
    >
      {summary.papers > 0 && (
        <>
          <label htmlFor={`${id}-tag`}>{t('importTag')}</label>
          <input
            id={`${id}-tag`}
            type="text"
            value={tag}
            maxLength={100}
            aria-describedby={`${id}-tag-help`}
            onChange={({ target }) => setTag(target.value)}
          />
          <p id={`${id}-tag-help`} className="quiet">
            {tag.trim() === '' && summary.undecided > 0
              ? plural('importStarred', summary.undecided)
              : t('importTagHelp')}
          </p>
          {summary.incomplete > 0 && <LookupChoice incomplete={summary.incomplete} />}
        </>
      )}
    </ImportForm>
  );
}

interface LibraryFormProps extends ImportFormProps {
  readonly isBackup: boolean;
  readonly choice: LibraryChoice;
}

/** Imports a Winnow file with the chosen options. */
export function LibraryForm({ summary, excluded, isBackup, choice }: LibraryFormProps) {
  const { write } = useImport();
  return (
    <ImportForm
      submit={
        <button type="submit" className="button primary">
          {t(isBackup ? 'importDoRestore' : 'importDoLibrary')}
        </button>
      }
      onSubmit={() =>
        void write({ excluded: [...excluded], tag: '' }, summary.papers - excluded.size, choice)
      }
    />
  );
}

/** Setting: whether to look up missing metadata after an import. */
function LookupChoice({ incomplete }: { readonly incomplete: number }) {
  const [looksUp, setLooksUp] = useSetting(lookUpImports);
  return (
    <ImportOption
      label={plural('importLookUp', incomplete)}
      help={t('importLookUpHelp')}
      isOn={looksUp ?? false}
      onChange={setLooksUp}
    />
  );
}

interface FormProps {
  readonly submit: ReactNode;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

function ImportForm({ submit, onSubmit, children }: FormProps) {
  const { cancel } = useImport();
  return (
    <form
      className="import-form panel"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <div className="section-actions">
        {submit}
        <button type="button" className="button" onClick={cancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
