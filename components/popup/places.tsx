import { todaysListings } from '@/components/paper-parts/listings';

/** Links to pages with papers. */
export function Places() {
  return (
    <ul className="places">
      {todaysListings().map(({ name, url }) => (
        <li key={url}>
          <a className="button" href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
