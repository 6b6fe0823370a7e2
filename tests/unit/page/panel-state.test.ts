import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedTo, isPanelFolded, type PanelState, UNFOLDED } from '@/lib/page/panel-state';

const anyState: fc.Arbitrary<PanelState> = fc.record({
  isCollapsed: fc.boolean(),
  besideSidePanel: fc.constantFrom('folded', 'open', null),
});

test('the panel is as the user last left it', () => {
  fc.assert(
    fc.property(anyState, fc.boolean(), (state, isFolded) => {
      expect(isPanelFolded(foldedTo(state, isFolded))).toBe(isFolded);
    }),
  );
});

test('what is done beside a side panel is forgotten with it', () => {
  fc.assert(
    fc.property(anyState, fc.boolean(), (state, isFolded) => {
      fc.pre(state.besideSidePanel !== null);
      const after = { ...foldedTo(state, isFolded), besideSidePanel: null };
      expect(isPanelFolded(after)).toBe(state.isCollapsed);
    }),
  );
});

test('a side panel folds it, also where it was left open', () => {
  expect(isPanelFolded(UNFOLDED)).toBe(false);
  expect(isPanelFolded({ ...UNFOLDED, besideSidePanel: 'folded' })).toBe(true);
});
