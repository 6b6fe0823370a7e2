import { useRef } from 'react';
import { ImportIcon } from '@/components/design/icons';
import { t } from '@/lib/i18n';
import { useImport } from './use-import';
import { useMarkup } from './use-markup';

interface ChooseSourceProps {
  /** Why the last source could not be read. */
  readonly failure: string | null;
}

/** Asks for a file or a pasted text. */
export function ChooseSource({ failure }: ChooseSourceProps) {
  return (
    <div className="import-choose">
      {failure && (
        <p className="import-failure" role="alert">
          {failure}
        </p>
      )}
      <FilePicker />
      <PasteForm />
    </div>
  );
}

function FilePicker() {
  const { read } = useImport();
  const picker = useRef<HTMLInputElement>(null);
  return (
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
          target.value = ''; // allows choosing the same file again
        }}
      />
      <p className="quiet">{t('importFormats')}</p>
    </div>
  );
}

function PasteForm() {
  const { read } = useImport();
  const text = useRef<HTMLTextAreaElement>(null);
  const markup = useMarkup();
  const readText = () => {
    const value = text.current?.value ?? '';
    void read(markup.readWith(value) ?? value, null);
  };
  return (
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
  );
}
