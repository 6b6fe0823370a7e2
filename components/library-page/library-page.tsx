import { lazy, Suspense, useEffect, useRef } from 'react';
import { Toast } from '@/components/triage/toast';
import { t } from '@/lib/i18n';
import { Navigation } from './navigation';
import { type SectionName, useRoute } from './route';

const CONTENTS: Record<SectionName, React.ComponentType<{ readonly params: string }>> = {
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
  rules: lazy(() => import('./rules').then(({ Rules }) => ({ default: Rules }))),
  statistics: lazy(() =>
    import('@/components/statistics/statistics').then(({ Statistics }) => ({
      default: Statistics,
    })),
  ),
  settings: lazy(() =>
    import('@/components/settings-page/settings-page').then(({ SettingsPage }) => ({
      default: SettingsPage,
    })),
  ),
};

/** The library page, which fills a tab of its own: its sections, each at an address. */
export function LibraryPage() {
  const { section, params } = useRoute();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(section);
  const Content = CONTENTS[section];

  useEffect(() => {
    document.title = t('libraryTitle', t(`section_${section}`));
    if (shown.current === section) return;
    shown.current = section;
    main.current?.focus({ preventScroll: true }); // a screen reader says where it is now
    main.current?.scrollTo?.(0, 0);
  }, [section]);

  return (
    <div className="library-page">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('librarySkip')}
      </button>
      <Navigation current={section} />
      <main ref={main} tabIndex={-1} aria-label={t(`section_${section}`)} data-section={section}>
        <Suspense>
          <Content key={section} params={params} />
        </Suspense>
      </main>
      <Toast />
    </div>
  );
}
