/** The elements that Winnow puts on pages, by their local names. */

/** The buttons on a row. They are in the page itself, not in a shadow root. */
export const CONTROL_TAG = 'winnow-row';
/** What is said beside the buttons. */
export const EXTRAS_TAG = 'winnow-extras';
/** An abstract that the page does not show. */
export const ABSTRACT_TAG = 'winnow-abstract';
/** The panel, the dialog and the toast. */
export const PAGE_UI_TAG = 'winnow-page';
