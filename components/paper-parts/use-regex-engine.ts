import { useEffect, useState } from 'react';
import type { RegexEngine } from '@/lib/filter/regex-engine';

/** The engine for regular expressions; loaded only if needed, as it is larger than most pages of ours. */
export function useRegexEngine(isNeeded: boolean): RegexEngine | null {
  const [engine, setEngine] = useState<RegexEngine | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isGone = false;
    void import('@/lib/filter/re2-engine').then(({ re2Engine }) => {
      if (!isGone) setEngine(re2Engine);
    });
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
  return engine;
}
