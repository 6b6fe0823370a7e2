import { Fragment } from 'react';
import { Sheet } from '@/components/design/sheet';
import { hrefOf } from '@/components/shell/route';
import { t } from '@/lib/i18n';
import { BROWSER_COMMANDS } from '@/lib/protocol/browser-commands';
import { openBrowserKeys } from '@/lib/protocol/browser-keys';
import { keysOf } from '@/lib/triage/action-keys';
import { actionsIn, nameOf, type Place } from '@/lib/triage/actions';
import { openLibrary } from '@/lib/util/library-tab';
import { BrowserKeyCaps } from './browser-key-caps';
import { BrowserKeysLine } from './browser-keys-line';
import { FilterLanguage } from './filter-language';
import { KeyNames } from './key-names';
import { useBrowserKeys } from './use-browser-keys';
import { useKeys } from './use-keys';

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
        <BrowserKeysHelp />
        <FilterLanguage />
      </div>
    </Sheet>
  );
}

/** The keys that work everywhere in the browser, as it has them. */
function BrowserKeysHelp() {
  const all = useBrowserKeys();
  if (all.length === 0) return null;
  return (
    <>
      <h2>{t('browserKeys')}</h2>
      <dl>
        {all.map(({ command, keys }) => (
          <Fragment key={command}>
            <dt>
              <BrowserKeyCaps keys={keys} />
            </dt>
            <dd>{t(BROWSER_COMMANDS[command].text)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="browser-keys">
        <BrowserKeysLine
          keys={all}
          className="text-button"
          onChange={() => void openBrowserKeys()}
        />
      </p>
    </>
  );
}
