import type { ReactNode } from 'react';
import { withKey } from '@/components/keys/key-name';
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { KeySettings } from '@/lib/settings/keys';
import { nameOf, type Place } from '@/lib/triage/actions';
import { type Copy, isOpening, linkActionsOf, urlToOpen } from '@/lib/triage/paper-links';

export interface NamedLink {
  readonly name: string;
  readonly url: string;
}

interface PaperLinksProps {
  readonly id: PaperId;
  readonly place: Place;
  readonly keys: KeySettings;
  /** Where else it can be read: first its own page, then others. */
  readonly pages?: readonly NamedLink[];
  readonly tabIndex?: 0 | -1 | undefined;
  readonly onCopy: (copy: Copy) => void;
  /** Further links. */
  readonly children?: ReactNode;
}

/** Where to read a paper, and what can be copied of it. The tooltips name the keys. */
export function PaperLinks(props: PaperLinksProps) {
  const { id, place, keys, pages = [], tabIndex, onCopy, children } = props;
  const actions = linkActionsOf(id);
  const [first, ...others] = pages;
  const link = ({ name, url }: NamedLink, hint?: string) => (
    <a key={url} href={url} target="_blank" rel="noreferrer" title={hint} tabIndex={tabIndex}>
      {name}
    </a>
  );
  const openings = actions.filter(isOpening).map((action) => {
    const url = urlToOpen(action, { id }) ?? '';
    return link(
      { name: t(`link_${action}`), url },
      withKey(nameOf(action, place), keys, place, action),
    );
  });

  return (
    <div className="paper-links">
      <p>
        <span className="links-of">{t('linksOpen')}</span>
        {first && link(first, withKey(nameOf('open', place), keys, place, 'open'))}
        {openings}
        {others.map((other) => link(other))}
        {children}
      </p>
      <p>
        <span className="links-of">{t('linksCopy')}</span>
        {actions.map((action) =>
          isOpening(action) ? null : (
            <button
              key={action}
              type="button"
              className="text-button"
              aria-label={nameOf(action, place)}
              title={withKey(nameOf(action, place), keys, place, action)}
              tabIndex={tabIndex}
              onClick={() => onCopy(action)}
            >
              {t(`link_${action}`)}
            </button>
          ),
        )}
      </p>
    </div>
  );
}
