import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { ImportIcon } from '@/components/design/icons';
import { LookupOffer } from '@/components/metadata-lookup/lookup-offer';
import { paramsOf } from '@/components/shell/query-params';
import { hrefOf } from '@/components/shell/route';
import { Section } from '@/components/shell/section';
import { library } from '@/lib/connections/library';
import { formatNumber, plural, t } from '@/lib/i18n';
import type { ImportStage } from './import-stage';
import { Preview } from './preview';
import { useImport } from './use-import';
import { useMarkup } from './use-markup';

/** Brings papers from files and texts of elsewhere: what is found is shown before it is written. */
export function Import() {
  const { stage, turn } = useImport();
  return (
    <Section title={t('section_import')} lead={t('importLead')}>
      {stage.kind !== 'done' && (
        // Hidden meanwhile: who has to change a text that was pasted finds it as it was.
        <div hidden={stage.kind !== 'choose'}>
          <Choose failure={stage.kind === 'choose' ? stage.failure : null} />
        </div>
      )}
      {stage.kind === 'reading' && <Reading stage={stage} />}
      {stage.kind === 'preview' && <Preview key={turn} stage={stage} />}
      {stage.kind === 'writing' && <Writing stage={stage} />}
      {stage.kind === 'done' && <Done stage={stage} />}
    </Section>
  );
}

type StageOf<K extends ImportStage['kind']> = ImportStage & { readonly kind: K };

function Choose({ failure }: { readonly failure: string | null }) {
  const { read } = useImport();
  const picker = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const markup = useMarkup();
  const readText = () => {
    const value = text.current?.value ?? '';
    void read(markup.readWith(value) ?? value, null);
  };
  return (
    <div className="import-choose">
      {failure && (
        <p className="import-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="import-drop panel">
        <ImportIcon />
        <p>{t('importDrop')}</p>
        <button type="button" className="button primary" onClick={() => picker.current?.click()}>
          {t('importChooseFile')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t('importChooseFile')}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void read(file, file.name);
            target.value = ''; // so that the same file can be chosen again
          }}
        />
        <p className="quiet">{t('importFormats')}</p>
      </div>
      <form
        className="import-paste panel"
        onSubmit={(event) => {
          event.preventDefault();
          readText();
        }}
      >
        <label htmlFor="import-text">{t('importPaste')}</label>
        <textarea
          id="import-text"
          ref={text}
          rows={7}
          spellCheck={false}
          onPaste={({ clipboardData }) => markup.keep(clipboardData)}
          onDrop={({ dataTransfer }) => markup.keep(dataTransfer)}
          aria-describedby="import-text-help"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            readText();
          }}
        />
        <p id="import-text-help" className="quiet">
          {t('importPasteHelp')}
        </p>
        <button type="submit" className="button">
          {t('importReadText')}
        </button>
      </form>
    </div>
  );
}

function Reading({ stage: { name, share, papers } }: { readonly stage: StageOf<'reading'> }) {
  const { cancel } = useImport();
  const label = name === null ? t('importReadingText') : t('importReading', name);
  return (
    <div className="import-progress panel">
      <p id="import-progress" dir="auto">
        {label}
      </p>
      <progress aria-labelledby="import-progress" value={share} max={1} />
      <p className="quiet" role="status">
        {papers > 0 && plural('importFound', papers)}
      </p>
      <button type="button" className="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}

function Writing({ stage: { done, total } }: { readonly stage: StageOf<'writing'> }) {
  const { cancel } = useImport();
  return (
    <div className="import-progress panel">
      <p id="import-progress">{t('importWriting')}</p>
      <progress aria-labelledby="import-progress" value={done} max={total} />
      <p className="quiet" role="status">
        {t('importShare', formatNumber(Math.floor((100 * done) / Math.max(total, 1))))}
      </p>
      <button type="button" className="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}

function Done({ stage: { op, text, tag, incomplete } }: { readonly stage: StageOf<'done'> }) {
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
