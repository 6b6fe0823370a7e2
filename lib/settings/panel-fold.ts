import * as v from 'valibot';

/** Whether the panel of a page is folded to its tab. Earlier versions also stored a corner. */
export const PanelFoldSchema = v.object({ isCollapsed: v.boolean() });
export type PanelFold = Readonly<v.InferOutput<typeof PanelFoldSchema>>;

export const PANEL_FOLD: PanelFold = Object.freeze({ isCollapsed: false });
