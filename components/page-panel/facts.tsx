import { plural, t } from '@/lib/i18n';
import { isNew, type PageState } from '@/lib/page/store';
import type { Summary } from '@/lib/page/summary';

/** What else there is to say of the papers on the page. */
export function factsOf(state: PageState, { papers, repeated }: Summary): string[] {
  const fresh = new Set(state.rows.map(({ id }) => id).filter((id) => isNew(state, id))).size;
  const isTwice = state.rows.length - papers === repeated;
  return [
    fresh > 0 && t('panelNew', fresh),
    repeated > 0 && plural(isTwice ? 'panelTwice' : 'panelRepeated', repeated),
    state.unreadable > 0 && plural('panelUnreadable', state.unreadable),
  ].filter((fact) => fact !== false);
}

export function Facts({ facts }: { readonly facts: readonly string[] }) {
  return (
    <ul className="facts quiet">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
