/** Whether the extension's own pages are light or dark. */
import { theme } from './settings';

/** Where a copy is kept that can be read before the first paint; the setting itself cannot. */
const COPY = 'theme';

/** Applies the theme that was set, and follows it. To be called first on every page of ours. */
export function followTheme(): void {
  show(localStorage.getItem(COPY));
  let isNewer = false;
  theme.watch((value) => {
    isNewer = true;
    show(value);
  });
  void theme.getValue().then((value) => {
    if (!isNewer) show(value); // it may have been changed while it was read
  });
}

function show(wanted: string | null): void {
  const isSet = wanted === 'light' || wanted === 'dark';
  if (isSet) localStorage.setItem(COPY, wanted);
  else localStorage.removeItem(COPY);
  document.documentElement.style.colorScheme = isSet ? wanted : '';
}
