import type { ImportMode, ImportSummary, LibrarySummary } from '@/lib/exchange/import/session';
import { plural, t } from '@/lib/i18n';
import { Facts } from './facts';
import { ImportOption } from './import-option';
import type { LibraryChoice } from './send-import';

interface LibraryFactsProps {
  readonly summary: ImportSummary;
  readonly library: LibrarySummary;
  readonly mode: ImportMode;
}

/** What a Winnow file would change. */
export function LibraryFacts({ summary, library, mode }: LibraryFactsProps) {
  const { fresh, repeated, unreadable } = summary;
  const { papers, rules, colours } = library.changeCounts[mode];
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
  readonly choice: LibraryChoice;
  readonly onChoose: (choice: LibraryChoice) => void;
}

/** Options for merging a Winnow file into the library. */
export function LibraryOptions({ library, choice, onChoose }: LibraryOptionsProps) {
  return (
    <>
      <p>{t('importLibraryHelp')}</p>
      <ImportOption
        label={t('importBringBack')}
        help={t('importBringBackHelp')}
        isOn={choice.bringsBack}
        onChange={(bringsBack) => onChoose({ ...choice, bringsBack })}
      />
      {library.settings && (
        <ImportOption
          label={t('importSettings')}
          help={t('importSettingsHelp')}
          isOn={choice.withSettings}
          onChange={(withSettings) => onChoose({ ...choice, withSettings })}
        />
      )}
    </>
  );
}
