import { Fragment, useEffect, useRef } from 'react';
import { DismissIcon } from '@/components/design/icons';
import { type MessageKey, t } from '@/lib/i18n';

/** Keys as they are written on keyboards, and what they do. */
const KEYS: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: ['/'], does: 'popupHelp_search' },
  { keys: ['↓', '↑', 'j', 'k'], does: 'popupHelp_move' },
  { keys: ['Enter', 'o'], does: 'popupHelp_open' },
  { keys: ['Space', 'a'], does: 'popupHelp_abstract' },
  { keys: ['s'], does: 'popupHelp_star' },
  { keys: ['t'], does: 'popupHelp_tags' },
  { keys: ['r'], does: 'popupHelp_status' },
  { keys: ['n'], does: 'popupHelp_note' },
  { keys: ['x'], does: 'popupHelp_dismiss' },
  { keys: ['Delete'], does: 'popupHelp_remove' },
  { keys: ['l'], does: 'popupHelp_show' },
  { keys: ['u'], does: 'popupHelp_undo' },
  { keys: ['U'], does: 'popupHelp_redo' },
  { keys: ['1', '2'], does: 'popupHelp_tabs' },
  { keys: ['Esc'], does: 'popupHelp_back' },
  { keys: ['?'], does: 'popupHelp_help' },
];

/** What can be typed into the search box. */
const WORDS: readonly (readonly [string, MessageKey])[] = [
  ['"graph neural"', 'popupHelpPhrase'],
  ['-survey', 'popupHelpNot'],
  ['author:li', 'popupHelpAuthor'],
  ['cat:cs.LG', 'popupHelpCategory'],
  ['tag:later', 'popupHelpTag'],
  ['is:starred', 'popupHelpIs'],
  ['/O\\(n\\)/', 'popupHelpRegex'],
];

/** All keys and search words, over everything else. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby="help-heading"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.preventDefault(); // or Escape would close the popup
        onClose();
      }}
    >
      <header>
        <h2 id="help-heading">{t('popupHelpTitle')}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t('close')}
          title={t('close')}
          onClick={onClose}
        >
          <DismissIcon />
        </button>
      </header>
      <div className="sheet-body help">
        <dl>
          {KEYS.map(({ keys, does }) => (
            <Fragment key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(does)}</dd>
            </Fragment>
          ))}
        </dl>
        <h2>{t('popupHelpSearching')}</h2>
        <dl>
          {WORDS.map(([word, does]) => (
            <Fragment key={does}>
              <dt>
                <code>{word}</code>
              </dt>
              <dd>{t(does)}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </dialog>
  );
}
