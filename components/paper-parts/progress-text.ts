import { plural, t } from '@/lib/i18n';

interface Counts {
  readonly papers: number;
  readonly decided: number;
}

export function isAllDecided({ papers, decided }: Counts): boolean {
  return decided >= papers;
}

/** "34 of 149 decided", "All 149 decided". */
export function progressText(counts: Counts): string {
  const { papers, decided } = counts;
  return isAllDecided(counts)
    ? plural('panelAllDecided', papers)
    : t('panelDecided', decided, papers);
}
