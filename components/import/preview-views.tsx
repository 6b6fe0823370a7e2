import { formatNumber, t } from '@/lib/i18n';

/** Which papers of an import to show. */
export type ViewName = 'all' | 'fresh' | 'known' | 'changed';

interface PreviewViewsProps {
  readonly views: readonly ViewName[];
  readonly view: ViewName;
  /** How many papers each view shows. */
  readonly counts: Readonly<Record<ViewName, number>>;
  /** How many papers are left out. */
  readonly excluded: number;
  readonly onView: (view: ViewName) => void;
  readonly onChooseAll: () => void;
  readonly onChooseNone: () => void;
}

/** Switches between views of the papers found; buttons choose all or none of them. */
export function PreviewViews(props: PreviewViewsProps) {
  const { views, view, counts, excluded } = props;
  return (
    <fieldset className="import-views" aria-label={t('importView')}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          className="filter-chip"
          aria-pressed={view === one}
          onClick={() => props.onView(one)}
        >
          {t(`importView_${one}`)} <span className="quiet">{formatNumber(counts[one])}</span>
        </button>
      ))}
      <span className="import-all">
        <button
          type="button"
          className="text-button"
          disabled={excluded === 0}
          onClick={props.onChooseAll}
        >
          {t('importChooseAll')}
        </button>
        <button
          type="button"
          className="text-button"
          disabled={excluded === counts.all}
          onClick={props.onChooseNone}
        >
          {t('importChooseNone')}
        </button>
      </span>
    </fieldset>
  );
}
