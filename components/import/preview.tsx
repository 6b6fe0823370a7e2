import { useId, useState } from 'react';
import { useSetting } from '@/components/design/use-setting';
import type { ImportSummary, PreviewView } from '@/lib/exchange/import/session';
import { formatNumber, plural, t } from '@/lib/i18n';
import { lookUpImports } from '@/lib/settings/settings';
import { Columns } from './columns';
import { Facts } from './facts';
import type { ImportStage } from './import-stage';
import { LibraryFacts, LibraryOptions } from './library-preview';
import { PreviewRows } from './preview-rows';
import { UnreadableList } from './unreadable-list';
import { useImport } from './use-import';

interface PreviewProps {
  readonly stage: ImportStage & { readonly kind: 'preview' };
}

/** What was found: nothing is written yet. */
export function Preview({ stage: { name, summary, isBackup, failure } }: PreviewProps) {
  const { write, cancel } = useImport();
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set());
  const [tag, setTag] = useState(t('importTagDefault'));
  const { library } = summary;
  const [bringsBack, setBringsBack] = useState(isBackup);
  const [withSettings, setWithSettings] = useState(false);
  const joining = bringsBack ? 'returned' : 'merged';
  const [chosenView, setView] = useState<'all' | 'fresh' | 'known' | 'changed'>(
    library ? 'changed' : 'all',
  );
  const view: PreviewView = chosenView === 'changed' ? joining : chosenView;
  const [looksUp, setLooksUp] = useSetting(lookUpImports);
  const id = useId();
  const chosen = summary.papers - without.size;

  function choose(index: number, isChosen: boolean): void {
    const next = new Set(without);
    if (isChosen) next.delete(index);
    else next.add(index);
    setWithout(next);
  }

  const counts = {
    all: summary.papers,
    fresh: summary.fresh,
    known: summary.papers - summary.fresh,
    changed: library?.changeCounts[joining].papers ?? 0,
  };
  return (
    <div className="import-preview">
      {failure && (
        <p className="import-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="import-summary panel">
        <div role="status">
          <h2>{plural('importFound', summary.papers)}</h2>
        </div>
        <p className="quiet" dir="auto">
          {isBackup ? t('importFromBackup', name ?? '') : sourceOf(name, summary)}
        </p>
        {summary.encoding === 'latin-1' && <p className="import-warning">{t('importLatin')}</p>}
        {library ? (
          <LibraryFacts summary={summary} library={library} joining={joining} />
        ) : (
          <FoundFacts summary={summary} />
        )}
        {library && (
          <LibraryOptions
            library={library}
            bringsBack={bringsBack}
            onBringBack={setBringsBack}
            withSettings={withSettings}
            onSettings={setWithSettings}
          />
        )}
      </div>
      {summary.table && <Columns table={summary.table} />}
      {summary.papers > 0 && (
        <>
          <fieldset className="import-views" aria-label={t('importView')}>
            {VIEWS[library ? 'library' : 'papers'].map((one) => (
              <button
                key={one}
                type="button"
                className="filter-chip"
                aria-pressed={chosenView === one}
                onClick={() => setView(one)}
              >
                {t(`importView_${one}`)} <span className="quiet">{formatNumber(counts[one])}</span>
              </button>
            ))}
            <span className="import-all">
              <button
                type="button"
                className="text-button"
                disabled={without.size === 0}
                onClick={() => setWithout(new Set())}
              >
                {t('importChooseAll')}
              </button>
              <button
                type="button"
                className="text-button"
                disabled={chosen === 0}
                onClick={() =>
                  setWithout(new Set(Array.from({ length: summary.papers }, (_, n) => n)))
                }
              >
                {t('importChooseNone')}
              </button>
            </span>
          </fieldset>
          {counts[chosenView] > 0 && (
            <PreviewRows
              key={view}
              view={view}
              joining={joining}
              count={counts[chosenView]}
              without={without}
              onChoose={choose}
            />
          )}
        </>
      )}
      {summary.unreadable > 0 && <UnreadableList count={summary.unreadable} />}
      <form
        className="import-options panel"
        onSubmit={(event) => {
          event.preventDefault();
          if (library) {
            const choice = { bringsBack, withSettings };
            void write({ excluded: [...without], tag: '' }, chosen, choice);
          } else if (chosen > 0) void write({ excluded: [...without], tag }, chosen);
        }}
      >
        {summary.papers > 0 && !library && (
          <>
            <label htmlFor={`${id}-tag`}>{t('importTag')}</label>
            <input
              id={`${id}-tag`}
              type="text"
              value={tag}
              maxLength={100}
              aria-describedby={`${id}-tag-help`}
              onChange={({ target }) => setTag(target.value)}
            />
            <p id={`${id}-tag-help`} className="quiet">
              {tag.trim() === '' && summary.undecided > 0
                ? plural('importStarred', summary.undecided)
                : t('importTagHelp')}
            </p>
            {summary.incomplete > 0 && (
              <label className="import-lookup">
                <input
                  type="checkbox"
                  checked={looksUp ?? false}
                  onChange={({ target }) => setLooksUp(target.checked)}
                />
                <span>
                  {plural('importLookUp', summary.incomplete)}
                  <span className="quiet"> {t('importLookUpHelp')}</span>
                </span>
              </label>
            )}
          </>
        )}
        <div className="section-actions">
          {library ? (
            <button type="submit" className="button primary">
              {t(isBackup ? 'importDoRestore' : 'importDoLibrary')}
            </button>
          ) : (
            summary.papers > 0 && (
              <button type="submit" className="button primary" disabled={chosen === 0}>
                {plural('importDo', chosen)}
              </button>
            )
          )}
          <button type="button" className="button" onClick={cancel}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </div>
  );
}

/** Which papers can be looked at. */
const VIEWS = {
  papers: ['all', 'fresh', 'known'],
  library: ['changed', 'fresh', 'all'],
} as const;

function sourceOf(name: string | null, { format }: ImportSummary): string {
  const kind = t(`importFormat_${format}`);
  return name === null ? t('importFromText', kind) : t('importFromFile', name, kind);
}

function FoundFacts({ summary }: { readonly summary: ImportSummary }) {
  const { papers, fresh, repeated, unreadable } = summary;
  const facts = [
    papers > 0 && plural('importFresh', fresh),
    papers > fresh && plural('importKnown', papers - fresh),
    repeated > 0 && plural('importRepeated', repeated),
    unreadable > 0 && plural('importUnreadable', unreadable),
  ];
  return <Facts facts={facts} />;
}
