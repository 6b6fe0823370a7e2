import { Fragment } from 'react';
import { Sheet } from '@/components/design/sheet';
import { hrefOf } from '@/components/shell/route';
import { type MessageKey, t } from '@/lib/i18n';
import { keysOf } from '@/lib/triage/action-keys';
import { actionsIn, nameOf, type Place } from '@/lib/triage/actions';
import { openLibrary } from '@/lib/util/library-tab';
import { KeyNames } from './key-names';
import { useKeys } from './use-keys';

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

interface HelpProps {
  readonly place: Exclude<Place, 'page'>;
  readonly onClose: () => void;
}

/** All keys and search words, over everything else. */
export function Help({ place, onClose }: HelpProps) {
  const settings = useKeys();
  return (
    <Sheet
      title={t('popupHelpTitle')}
      closingKeys={keysOf(settings, place, 'help')}
      onClose={onClose}
    >
      <div className="sheet-body help">
        <p className="help-more">
          <a
            href={`/library.html${hrefOf('welcome')}`}
            onClick={(event) => {
              event.preventDefault(); // one library page is enough
              void openLibrary(hrefOf('welcome'));
              onClose();
            }}
          >
            {t('helpWelcome')}
          </a>
        </p>
        <dl>
          {actionsIn(place).map((action) => (
            <Fragment key={action}>
              <dt>
                <KeyNames keys={keysOf(settings, place, action)} />
              </dt>
              <dd>{nameOf(action, place)}</dd>
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
    </Sheet>
  );
}
