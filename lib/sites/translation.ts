/** The traces that translators leave on a page. Both hosts write in English. */

/** Whether a page may be translated: Chrome's translator says so in a class, Firefox' in the language. */
export function isTranslatedPage({ documentElement }: Document): boolean {
  return (
    /(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)/.test(documentElement.className) ||
    isMarkedTranslated(documentElement)
  );
}

/** Whether an element's own text was replaced by a translation. `_msttexthash` is Edge's mark. */
export function isMarkedTranslated(element: Element): boolean {
  const language = element.getAttribute('lang');
  return element.hasAttribute('_msttexthash') || (!!language && !/^en\b/i.test(language));
}

/** Whether an element within a text was put there to hold a translation. */
export function holdsTranslation(element: Element): boolean {
  return (
    element.localName === 'font' ||
    element.classList.contains('notranslate') ||
    element.getAttribute('translate') === 'no' ||
    isMarkedTranslated(element)
  );
}
