import { useState } from 'react';
import type { ImportMode, ImportSummary } from '@/lib/exchange/import/session';
import { t } from '@/lib/i18n';
import { PreviewRows } from './preview-rows';
import { PreviewViews, type ViewName } from './preview-views';

/** The views of papers from other programs, and of a Winnow file. */
const VIEWS = {
  papers: ['all', 'fresh', 'known'],
  library: ['changed', 'fresh', 'all'],
} as const satisfies Readonly<Record<string, readonly ViewName[]>>;

interface PreviewPapersProps {
  readonly summary: ImportSummary;
  readonly mode: ImportMode;
  /** The indexes of the papers to leave out. */
  readonly excluded: ReadonlySet<number>;
  readonly onExclude: (excluded: ReadonlySet<number>) => void;
}

/** The papers found, to choose from. */
export function PreviewPapers({ summary, mode, excluded, onExclude }: PreviewPapersProps) {
  const { library } = summary;
  const [view, setView] = useState<ViewName>(library ? 'changed' : 'all');
  const counts = {
    all: summary.papers,
    fresh: summary.fresh,
    known: summary.papers - summary.fresh,
    changed: library?.changeCounts[mode].papers ?? 0,
  };
  const shown = view === 'changed' ? mode : view;

  function choose(index: number, isChosen: boolean): void {
    const next = new Set(excluded);
    if (isChosen) next.delete(index);
    else next.add(index);
    onExclude(next);
  }

  return (
    <>
      <PreviewViews
        views={VIEWS[library ? 'library' : 'papers']}
        view={view}
        counts={counts}
        excluded={excluded.size}
        onView={setView}
        onChooseAll={() => onExclude(new Set())}
        onChooseNone={() => onExclude(new Set(Array.from({ length: summary.papers }, (_, n) => n)))}
      />
      {counts[view] === 0 && summary.papers > 0 && (
        <div className="empty panel">
          <p>{t(`importNone_${view}`)}</p>
          <button type="button" className="button" onClick={() => setView('all')}>
            {t('importShowAll')}
          </button>
        </div>
      )}
      {counts[view] > 0 && (
        <PreviewRows
          key={shown}
          view={shown}
          mode={mode}
          count={counts[view]}
          excluded={excluded}
          onChoose={choose}
        />
      )}
    </>
  );
}
