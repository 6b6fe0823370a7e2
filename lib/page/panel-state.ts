/** Whether the panel of a page is folded: as the user left it, or because of a side panel. */

export interface PanelState {
  /** How the user left it on this host. */
  readonly isCollapsed: boolean;
  /** How it is while a side panel shows this page; `null` while none does. */
  readonly besideSidePanel: 'folded' | 'open' | null;
}

export const UNFOLDED: PanelState = Object.freeze({ isCollapsed: false, besideSidePanel: null });

export function isPanelFolded({ isCollapsed, besideSidePanel }: PanelState): boolean {
  return besideSidePanel === null ? isCollapsed : besideSidePanel === 'folded';
}

/** After the user folded or unfolded it; beside a side panel, that counts only while that is open. */
export function foldedTo(state: PanelState, isFolded: boolean): PanelState {
  if (state.besideSidePanel === null) return { ...state, isCollapsed: isFolded };
  return { ...state, besideSidePanel: isFolded ? 'folded' : 'open' };
}
