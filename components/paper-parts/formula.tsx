import type { KatexOptions } from 'katex';
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';

type Render = (formula: string, into: HTMLElement, options: KatexOptions) => void;

/** Formulas come from pages and are not trusted: no links, no images, nothing huge. */
const OPTIONS: KatexOptions = {
  trust: false,
  throwOnError: false,
  errorColor: 'inherit', // invalid TeX is shown as written
  strict: 'ignore',
  maxSize: 2, // in em
  maxExpand: 200,
};

let render: Render | null = null;
let isAsked = false;
const waiting = new Set<() => void>();

/** KaTeX is large: it is loaded with the first formula shown. */
function load(): void {
  if (isAsked) return;
  isAsked = true;
  import('./katex').then(
    ({ katex }) => {
      render = katex.render;
      for (const tell of waiting) tell();
    },
    () => {
      isAsked = false; // the source stays visible; the next formula tries again
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
  /** As written, with delimiters: shown until it is typeset, or if it cannot be. */
  readonly source: string;
}

/** A typeset formula. */
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
