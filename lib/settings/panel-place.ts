import * as v from 'valibot';

const CORNERS = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;

/** Where the panel of a page stands, and whether it is shrunk to its handle. */
export const PanelPlaceSchema = v.object({
  corner: v.picklist(CORNERS),
  isCollapsed: v.boolean(),
});
export type PanelPlace = Readonly<v.InferOutput<typeof PanelPlaceSchema>>;

export const PANEL_PLACE: PanelPlace = Object.freeze({
  corner: 'bottom-right',
  isCollapsed: false,
});
