import { useEffect, useRef } from 'react';
import { HelpIcon } from '@/components/design/icons';
import { useSetting } from '@/components/design/use-setting';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { hrefOf, SECTIONS, type SectionName } from '@/components/shell/route';
import { t } from '@/lib/i18n';
import { releaseUnread } from '@/lib/settings/settings';
import { SectionIcon } from './section-icons';

interface NavigationProps {
  readonly current: SectionName;
  readonly onHelp: () => void;
}

/** Links to the sections of the library page, what is new, and help. */
export function Navigation({ current, onHelp }: NavigationProps) {
  const keyHint = useKeyHint('library');
  const here = useRef<HTMLAnchorElement>(null);
  const [isUnread] = useSetting(releaseUnread);
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
      <a
        ref={current === 'releases' ? here : null}
        className="nav-releases"
        href={hrefOf('releases')}
        aria-current={current === 'releases' ? 'page' : undefined}
      >
        <SectionIcon section="releases" />
        {t('section_releases')}
        {isUnread && (
          <span className="nav-dot">
            <span className="unseen"> {t('releaseUnread')}</span>
          </span>
        )}
      </a>
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
