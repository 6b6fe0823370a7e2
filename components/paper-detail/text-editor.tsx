import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { changeRecord } from '@/components/triage/change-record';
import { t } from '@/lib/i18n';
import { OWN_TEXT_NAMES } from '@/lib/library/store/own-texts';
import type { PaperRecord } from '@/lib/library/store/record';
import type { OwnText } from '@/lib/protocol/own-texts';
import { checkDrafts, draftsOf, draftsRead } from './text-drafts';
import { TextField } from './text-field';

interface TextEditorProps {
  readonly record: PaperRecord;
  readonly onClose: () => void;
}

/**
 * Edits title, authors and abstract. What was typed is saved too when the editor goes away by other
 * means than its buttons, as when another paper is chosen or the page is closed.
 */
export function TextEditor({ record, onClose }: TextEditorProps) {
  const [first] = useState(() => draftsOf(record.meta));
  const [drafts, setDrafts] = useState(first);
  const boxes = useRef<Partial<Record<OwnText, HTMLTextAreaElement | null>>>({});
  const { change, problems } = checkDrafts(record, first, drafts);
  const isValid = Object.keys(problems).length === 0;
  const read = draftsRead(record);
  const pending = useRef<() => void>(undefined);
  pending.current = change && isValid ? () => changeRecord(record, change) : undefined;

  useEffect(() => {
    boxes.current.title?.focus();
    const saveTyped = () => {
      pending.current?.();
      pending.current = undefined;
    };
    window.addEventListener('pagehide', saveTyped);
    return () => {
      window.removeEventListener('pagehide', saveTyped);
      saveTyped();
    };
  }, []);

  function save(event?: FormEvent): void {
    event?.preventDefault();
    const wrong = OWN_TEXT_NAMES.find((name) => problems[name] !== undefined);
    if (wrong) boxes.current[wrong]?.focus();
    else onClose(); // which saves
  }

  function cancel(): void {
    pending.current = undefined;
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isDone) return;
    event.preventDefault();
    event.stopPropagation(); // or the list would be left
    if (isDone) save();
    else cancel();
  }

  return (
    <form className="text-editor" aria-label={t('editLabel')} onSubmit={save} onKeyDown={onKeyDown}>
      {OWN_TEXT_NAMES.map((name) => (
        <TextField
          key={name}
          name={name}
          draft={drafts[name]}
          problem={problems[name]}
          differsFrom={drafts[name] === read[name] ? null : record.meta.source}
          box={(box) => {
            boxes.current[name] = box;
          }}
          onType={(draft) => setDrafts({ ...drafts, [name]: draft })}
          onTakeRead={() => {
            setDrafts({ ...drafts, [name]: read[name] });
            boxes.current[name]?.focus(); // the button goes
          }}
        />
      ))}
      <p className="quiet">{t('editHelp')}</p>
      <div className="text-editor-buttons">
        <button type="submit" className="button primary">
          {t('editSave')}
        </button>
        <button type="button" className="button" onClick={cancel}>
          {t('editCancel')}
        </button>
      </div>
    </form>
  );
}
