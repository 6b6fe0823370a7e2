import { t } from '@/lib/i18n';
import { openLibrary } from '@/lib/util/library-tab';
import { useTodaysListings } from './listings';

/** Links to today's papers on the listings that the user reads; if there are none, to their choice. */
export function TodayLinks() {
  const listings = useTodaysListings();
  if (!listings) return null;
  return (
    <ul className="today-links">
      {listings.map(({ name, url }) => (
        <li key={url}>
          <a className="button" href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
      {listings.length === 0 && (
        <li>
          <button
            type="button"
            className="button"
            onClick={() => void openLibrary('#/welcome?step=listings')}
          >
            {t('listingsChoose')}
          </button>
        </li>
      )}
    </ul>
  );
}
