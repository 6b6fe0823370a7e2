import { useId, useState } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { DismissIcon } from '@/components/design/icons';
import { OptionRow } from '@/components/design/option-row';
import { fieldOf, useSetting } from '@/components/design/use-setting';
import { plural, t } from '@/lib/i18n';
import { ARXIV_LISTINGS, type ArxivListing } from '@/lib/settings/arxiv-listings';
import { chosenListings } from '@/lib/settings/settings';
import { findListings } from './find-listings';

const HUGGING_FACE = {
  kind: 'switch',
  label: 'listingsHuggingFace',
  setting: fieldOf(chosenListings, 'huggingface'),
} as const;

/** Chooses the listings that links to today's papers lead to: of Hugging Face and of arXiv. */
export function ListingsChooser() {
  const [chosen, setChosen] = useSetting(chosenListings);
  const [wanted, setWanted] = useState('');
  const id = useId();
  if (!chosen) return null;
  const found = findListings(wanted);

  function choose(code: ArxivListing, isChosen: boolean): void {
    if (!chosen) return;
    const others = chosen.arxiv.filter((one) => one !== code);
    setChosen({ ...chosen, arxiv: isChosen ? [...others, code] : others });
  }

  return (
    <>
      <OptionRow option={HUGGING_FACE} />
      <div className="listings-chooser">
        <p id={`${id}-chosen`}>{t('listingsChosen')}</p>
        {chosen.arxiv.length > 0 ? (
          <ul className="listings-chosen" aria-labelledby={`${id}-chosen`}>
            {chosen.arxiv.map((code) => (
              <li key={code}>
                <span className="code">{code}</span> <Name code={code} />
                <IconButton name={t('listingsRemove', code)} onClick={() => choose(code, false)}>
                  <DismissIcon />
                </IconButton>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('listingsNone')}</p>
        )}
        <input
          type="search"
          aria-label={t('listingsFind')}
          placeholder={t('listingsFind')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && setWanted('')}
        />
        <p className={found.length > 0 ? 'unseen' : 'quiet'} role="status">
          {found.length > 0 ? plural('listingsFound', found.length) : t('listingsNotFound')}
        </p>
        {found.length > 0 && (
          <ul className="listings-found" aria-label={t('listingsFind')}>
            {found.map((code) => (
              <li key={code} data-archive={code.includes('.') ? undefined : true}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.arxiv.includes(code)}
                    onChange={({ target }) => choose(code, target.checked)}
                  />
                  <span className="code">{code}</span> <Name code={code} />
                </label>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** What arXiv calls a listing, in English. */
function Name({ code }: { readonly code: ArxivListing }) {
  return (
    <span className="name" lang="en">
      {ARXIV_LISTINGS[code]}
    </span>
  );
}
