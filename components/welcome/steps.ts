/** The steps of the welcome page, in their order. */
export const STEPS = ['pin', 'listings', 'import', 'keys'] as const;
export type Step = (typeof STEPS)[number];

/** What can be open: a step, or what follows the last one. */
export type Place = Step | 'end';

/** The place that the parameters of the page's address name; the first step if they name none. */
export function placeOf(params: string): Place {
  const named = new URLSearchParams(params).get('step');
  if (named === 'end') return named;
  return STEPS.find((step) => step === named) ?? STEPS[0];
}

/** What comes after a step. */
export function placeAfter(step: Step): Place {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'end';
}

/** What the content of a step is told. */
export interface StepProps {
  /** Goes on to the next step; `isDone`: the user did what this one is about. */
  readonly onLeave: (isDone: boolean) => void;
}
