import { useEffect, useRef } from 'react';
import { HelpIcon } from '@/components/design/icons';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { hrefOf, SECTIONS, type SectionName } from '@/components/shell/route';
import { t } from '@/lib/i18n';
import { SectionIcon } from './section-icons';

interface NavigationProps {
  readonly current: SectionName;
  readonly onHelp: () => void;
}

/** Links to the sections of the library page, and help. */
export function Navigation({ current, onHelp }: NavigationProps) {
  const keyHint = useKeyHint('library');
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // On narrow screens the links form one line, which may overflow.
    if (current) here.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [current]);

  return (
    <nav className="library-nav" aria-label={t('libraryNav')}>
      <p className="brand">
        <img src="/icon/48.png" alt="" width="24" height="24" />
        {t('extensionName')}
      </p>
      <ul>
        {SECTIONS.map((section) => (
          <li key={section}>
            <a
              ref={section === current ? here : null}
              href={hrefOf(section)}
              aria-current={section === current ? 'page' : undefined}
            >
              <SectionIcon section={section} />
              {t(`section_${section}`)}
            </a>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="nav-help"
        title={keyHint(t('popupHelp'), 'help')}
        aria-haspopup="dialog"
        onClick={onHelp}
      >
        <HelpIcon />
        {t('popupHelp')}
      </button>
    </nav>
  );
}
