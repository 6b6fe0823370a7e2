import { progressText } from '@/components/paper-parts/progress-text';
import { t } from '@/lib/i18n';
import type { PanelView } from './panel-view';
import { ProgressLine } from './progress';

interface FoldedPanelProps {
  readonly view: PanelView;
  readonly takesFocus: boolean;
  readonly onUnfold: () => void;
}

/** The tab that the bar is folded to. While a filter narrows the page, it says so. */
export function FoldedPanel({ view, takesFocus, onUnfold }: FoldedPanelProps) {
  const { papers, matching } = view.summary;
  const text = matching === null ? progressText(view.summary) : t('panelMatch', matching, papers);
  return (
    <button
      type="button"
      className="tab"
      aria-expanded={false}
      aria-label={t('panelUnfold', text)}
      title={t('panelUnfoldHint')}
      autoFocus={takesFocus}
      onClick={onUnfold}
    >
      <ProgressLine summary={view.summary} />
      {text}
    </button>
  );
}
