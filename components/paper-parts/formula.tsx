import type { KatexOptions } from 'katex';
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';

type Render = (formula: string, into: HTMLElement, options: KatexOptions) => void;

/** Formulas come from pages, so they may try anything: no links, no images, nothing huge. */
const OPTIONS: KatexOptions = {
  trust: false,
  throwOnError: false,
  errorColor: 'inherit', // what is no TeX is shown as it is written
  strict: 'ignore',
  maxSize: 2, // in em
  maxExpand: 200,
};

let render: Render | null = null;
let isAsked = false;
const waiting = new Set<() => void>();

/** KaTeX is large: it comes with the first formula that is shown. */
function load(): void {
  if (isAsked) return;
  isAsked = true;
  import('./katex').then(
    ({ katex }) => {
      render = katex.render;
      for (const tell of waiting) tell();
    },
    () => {
      isAsked = false; // the source stays; the next formula asks again
    },
  );
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell);
  load();
  return () => waiting.delete(tell);
}

interface FormulaProps {
  readonly formula: string;
  /** As it is written, delimiters included: shown until it can be typeset, or if it cannot. */
  readonly source: string;
}

/** A formula, typeset. */
export function Formula({ formula, source }: FormulaProps) {
  const typeset = useSyncExternalStore(subscribe, () => render);
  return typeset ? (
    <Typeset render={typeset} formula={formula} source={source} />
  ) : (
    <span dir="ltr">{source}</span>
  );
}

function Typeset({ render, formula, source }: FormulaProps & { readonly render: Render }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    try {
      render(formula, current, OPTIONS);
    } catch {
      current.textContent = source; // nested too deeply even for a message
    }
  }, [render, formula, source]);
  return <span ref={element} className="formula" dir="ltr" />;
}
