/** Where Zotero listens on the user's computer: https://www.zotero.org/support/dev/client_coding/connector_http_server */
export const ZOTERO_ORIGIN = 'http://127.0.0.1:23119';

/** The permission that is asked for, as narrow as the browser has it: Firefox knows no ports there. */
export function zoteroPattern(isFirefox: boolean): string {
  return isFirefox ? 'http://127.0.0.1/*' : `${ZOTERO_ORIGIN}/*`;
}
