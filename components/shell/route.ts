/** Routes of the library page: `#/papers?search=…`, `#/tags` and so on. */
import { useMemo, useSyncExternalStore } from 'react';

/** Those in the navigation, in its order. */
export const SECTIONS = [
  ...(['papers', 'tags', 'duplicates', 'trash', 'import', 'backups'] as const),
  ...(['rules', 'statistics', 'settings'] as const),
] as const;
/** Those about Winnow itself, which help leads to. */
export const HELP_SECTIONS = ['welcome', 'releases'] as const;
const ALL_SECTIONS = [...SECTIONS, ...HELP_SECTIONS] as const;
export type SectionName = (typeof ALL_SECTIONS)[number];

export interface Route {
  readonly section: SectionName;
  /** What follows `?`. */
  readonly params: string;
}

/** The route of a hash; the first section if it names none. */
export function routeOf(hash: string): Route {
  const [path = '', params = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const section = ALL_SECTIONS.find((name) => name === path);
  return { section: section ?? SECTIONS[0], params: section ? params : '' };
}

/** The `href` of a section. */
export function hrefOf(section: SectionName, params: string | URLSearchParams = ''): string {
  const text = String(params);
  return `#/${section}${text && `?${text}`}`;
}

/** Navigates without a history entry, so that "back" skips the current route. */
export function replaceRoute(href: string): void {
  history.replaceState(history.state, '', href);
  dispatchEvent(new HashChangeEvent('hashchange')); // the browser sends none
}

function subscribeToRoute(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** The current route, live. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribeToRoute, () => location.hash);
  return useMemo(() => routeOf(hash), [hash]);
}
