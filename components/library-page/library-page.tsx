import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { BackupReminder } from '@/components/backups/reminder';
import { later } from '@/components/design/later';
import { LostLibrary } from '@/components/failure/lost-library';
import { useFileDrop } from '@/components/import/use-file-drop';
import { useActionKeys } from '@/components/keys/use-action-keys';
import { followKeySettings } from '@/components/keys/use-keys';
import { type SectionName, useRoute } from '@/components/shell/route';
import { TriageToast } from '@/components/triage/triage-toast';
import { triageActions } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { AnywhereActionIn } from '@/lib/triage/actions';
import { Navigation } from './navigation';

const SECTION_COMPONENTS: Record<SectionName, React.ComponentType<{ readonly params: string }>> = {
  papers: lazy(() =>
    import('@/components/papers-section/papers').then(({ Papers }) => ({ default: Papers })),
  ),
  tags: lazy(() =>
    import('@/components/tag-manager/tag-manager').then(({ TagManager }) => ({
      default: TagManager,
    })),
  ),
  duplicates: lazy(() =>
    import('@/components/duplicates/duplicates').then(({ Duplicates }) => ({
      default: Duplicates,
    })),
  ),
  trash: lazy(() => import('@/components/trash/trash').then(({ Trash }) => ({ default: Trash }))),
  import: lazy(() =>
    import('@/components/import/import').then(({ Import }) => ({ default: Import })),
  ),
  backups: lazy(() =>
    import('@/components/backups/backups').then(({ Backups }) => ({ default: Backups })),
  ),
  rules: lazy(() =>
    import('./rules-section').then(({ RulesSection }) => ({ default: RulesSection })),
  ),
  statistics: lazy(() =>
    import('@/components/statistics/statistics').then(({ Statistics }) => ({
      default: Statistics,
    })),
  ),
  welcome: lazy(() =>
    import('@/components/welcome/welcome').then(({ Welcome }) => ({ default: Welcome })),
  ),
  releases: lazy(() =>
    import('@/components/releases/releases').then(({ Releases }) => ({ default: Releases })),
  ),
  settings: lazy(() =>
    import('@/components/settings-page/settings-page').then(({ SettingsPage }) => ({
      default: SettingsPage,
    })),
  ),
};

const LeftDrafts = later(() =>
  import('@/components/note-editor/left-drafts').then((module) => module.LeftDrafts),
);
const Help = later(() => import('@/components/keys/help').then((module) => module.Help));

/** The library page, which fills a tab: its sections, each with its own address. */
export function LibraryPage() {
  const { section, params } = useRoute();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(section);
  const Content = SECTION_COMPONENTS[section];
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = () => setHelpOpen(true);
  useEffect(followKeySettings, []);
  useActionKeys('library', {
    undo: () => void triageActions.undoLatest(),
    redo: () => void triageActions.redoLatest(),
    help: openHelp,
    // Search and export belong to the papers section.
  } satisfies Record<Exclude<AnywhereActionIn<'library'>, 'filter' | 'export'>, () => void>);
  const isDropping = useFileDrop();

  useEffect(() => {
    document.title = t('libraryTitle', t(`section_${section}`));
    if (shown.current === section) return;
    shown.current = section;
    main.current?.focus({ preventScroll: true }); // so that a screen reader announces the section
    main.current?.scrollTo?.(0, 0);
  }, [section]);

  return (
    <div className="library-page">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('librarySkip')}
      </button>
      <Navigation current={section} onHelp={openHelp} />
      <main ref={main} tabIndex={-1} aria-label={t(`section_${section}`)} data-section={section}>
        <LostLibrary />
        <LeftDrafts />
        <Suspense>
          <Content key={section} params={params} />
        </Suspense>
      </main>
      <BackupReminder />
      {isDropping && <div className="drop-here">{t('importDropHere')}</div>}
      <TriageToast place="library" />
      {isHelpOpen && <Help place="library" onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
