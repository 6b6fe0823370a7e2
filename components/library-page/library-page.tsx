import { usePage } from '@/components/popup/use-page';
import { RulesEditor } from '@/components/rules-editor/rules-editor';
import { Toast } from '@/components/triage/toast';

/** The library page, which fills a tab of its own. */
export function LibraryPage() {
  const page = usePage();
  return (
    <>
      <main className="library-page">
        <RulesEditor page={page} />
      </main>
      <Toast />
    </>
  );
}
