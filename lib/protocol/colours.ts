/** The colours that rules have. `highlights.css` gives each its looks, in light and dark. */

/** By number, from 1; the names are what people read and write. */
export const COLOURS = [
  ...(['amber', 'teal', 'violet', 'rose'] as const),
  ...(['sky', 'lime', 'orange', 'slate'] as const),
] as const;
export type ColourName = (typeof COLOURS)[number];
export const COLOUR_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies {
  readonly length: (typeof COLOURS)['length'];
};
export type Colour = (typeof COLOUR_NUMBERS)[number];

/** What a person calls the colour. */
export function colourName(colour: Colour): ColourName {
  return COLOURS[colour - 1] as ColourName;
}

/** The colour of this name, case ignored; `null` when there is none. */
export function colourNamed(name: string): Colour | null {
  const index = (COLOURS as readonly string[]).indexOf(name.toLowerCase());
  return index < 0 ? null : ((index + 1) as Colour);
}
