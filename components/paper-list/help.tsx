import { Fragment } from 'react';
import { Sheet } from '@/components/design/sheet';
import { type MessageKey, t } from '@/lib/i18n';

/** Keys as they are written on keyboards, and what they do. */
export type HelpKeys = readonly {
  readonly keys: readonly string[];
  readonly does: MessageKey;
}[];

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
  readonly keys: HelpKeys;
  readonly onClose: () => void;
}

/** All keys and search words, over everything else. */
export function Help({ keys: all, onClose }: HelpProps) {
  return (
    <Sheet title={t('popupHelpTitle')} closingKeys={['?']} onClose={onClose}>
      <div className="sheet-body help">
        <dl>
          {all.map(({ keys, does }) => (
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
    </Sheet>
  );
}
