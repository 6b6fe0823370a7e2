import { usePage } from '@/components/page-link/use-page';
import { RulesEditor } from '@/components/rules-editor/rules-editor';

/** The section of the keyword rules. */
export function Rules() {
  return (
    <div className="section">
      <RulesEditor page={usePage()} />
    </div>
  );
}
