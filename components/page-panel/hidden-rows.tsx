import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { Summary } from '@/lib/page/summary';

interface HiddenRowsProps {
  readonly bridge: PageBridge;
  readonly hidden: Summary['hidden'];
}

/** How many papers are hidden for each reason, with a way to show them. */
export function HiddenRows({ bridge, hidden }: HiddenRowsProps) {
  if (hidden.length === 0) return null;
  return (
    <ul className="hidden" aria-label={t('panelHiddenRows')}>
      {hidden.map(({ reason, text, papers }) => (
        <li key={reason.kind === 'muted' ? reason.rule : reason.kind}>
          {t('panelHidden', papers, text)}
          <button
            type="button"
            className="link"
            aria-label={t('panelRevealNamed', text)}
            onClick={() => bridge.reveal(reason)}
          >
            {t('panelReveal')}
          </button>
        </li>
      ))}
    </ul>
  );
}
