import type { ImportMode, ImportSummary, LibrarySummary } from '@/lib/exchange/import/session';
import { plural, t } from '@/lib/i18n';
import { Facts } from './facts';

interface LibraryFactsProps {
  readonly summary: ImportSummary;
  readonly library: LibrarySummary;
  readonly joining: ImportMode;
}

/** What a file of ours would change. */
export function LibraryFacts({ summary, library, joining }: LibraryFactsProps) {
  const { fresh, repeated, unreadable } = summary;
  const { papers, rules, colours } = library.changeCounts[joining];
  const { filters } = library.rest;
  const isNothing = papers + rules + colours === 0;
  const back = library.changeCounts.returned;
  const isRemoved = back.papers + back.rules + back.colours > 0;
  const facts = [
    isNothing && t(isRemoved ? 'importLibraryOlder' : 'importLibrarySame'),
    fresh > 0 && plural('importFresh', fresh),
    papers > fresh && plural('importChanged', papers - fresh),
    summary.papers > papers && !isNothing && plural('importUnchanged', summary.papers - papers),
    rules > 0 && plural('importRules', rules),
    colours > 0 && plural('importColours', colours),
    filters.length > 0 && plural('importFilters', filters.length),
    repeated > 0 && plural('importRepeated', repeated),
    unreadable > 0 && plural('importUnreadable', unreadable),
  ];
  return <Facts facts={facts} />;
}

interface LibraryOptionsProps {
  readonly library: LibrarySummary;
  readonly bringsBack: boolean;
  readonly onBringBack: (bringsBack: boolean) => void;
  readonly withSettings: boolean;
  readonly onSettings: (withSettings: boolean) => void;
}

/** How a file of ours is joined with the library. */
export function LibraryOptions(props: LibraryOptionsProps) {
  return (
    <>
      <p>{t('importLibraryHelp')}</p>
      <label className="import-lookup">
        <input
          type="checkbox"
          checked={props.bringsBack}
          onChange={({ target }) => props.onBringBack(target.checked)}
        />
        <span>
          {t('importBringBack')}
          <span className="quiet"> {t('importBringBackHelp')}</span>
        </span>
      </label>
      {props.library.settings && (
        <label className="import-lookup">
          <input
            type="checkbox"
            checked={props.withSettings}
            onChange={({ target }) => props.onSettings(target.checked)}
          />
          <span>
            {t('importSettings')}
            <span className="quiet"> {t('importSettingsHelp')}</span>
          </span>
        </label>
      )}
    </>
  );
}
