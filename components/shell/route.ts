/** The addresses within the library page: `#/papers?search=…`, `#/tags` and so on. */
import { useMemo, useSyncExternalStore } from 'react';

export const SECTIONS = [
  ...(['papers', 'tags', 'duplicates', 'trash', 'import', 'backups'] as const),
  ...(['rules', 'statistics', 'settings'] as const),
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Route {
  readonly section: SectionName;
  /** What stands after `?`. */
  readonly params: string;
}

/** Where an address leads; to the first section where it leads nowhere else. */
export function routeOf(hash: string): Route {
  const [path = '', params = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const section = SECTIONS.find((name) => name === path);
  return { section: section ?? SECTIONS[0], params: section ? params : '' };
}

/** The address of a section, as a link has it. */
export function hrefOf(section: SectionName, params: string | URLSearchParams = ''): string {
  const text = String(params);
  return `#/${section}${text && `?${text}`}`;
}

/** Goes to an address in place of the one that is shown: "back" passes over the latter. */
export function replaceRoute(href: string): void {
  history.replaceState(history.state, '', href);
  dispatchEvent(new HashChangeEvent('hashchange')); // the browser tells of none
}

function onRoute(tell: () => void): () => void {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
}

/** Where the page is, live. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(onRoute, () => location.hash);
  return useMemo(() => routeOf(hash), [hash]);
}
