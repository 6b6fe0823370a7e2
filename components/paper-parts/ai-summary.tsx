import { t } from '@/lib/i18n';
import type { Metadata } from '@/lib/paper';

/** What a machine wrote about a paper, marked as such; nothing if there is none. */
export function AiSummary({ meta }: { readonly meta: Metadata }) {
  if (!meta.aiSummary) return null;
  return (
    <section className="ai-summary" aria-label={t('aiSummary')}>
      <p className="ai-summary-source">{t('aiSummary')}</p>
      <p dir="auto">{meta.aiSummary}</p>
    </section>
  );
}
