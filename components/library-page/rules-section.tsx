import { usePage } from '@/components/page-link/use-page';
import { RulesEditor } from '@/components/rules-editor/rules-editor';

/** The keyword rules section. */
export function RulesSection() {
  return (
    <div className="section">
      <RulesEditor page={usePage('popup', 'known')} />
    </div>
  );
}
