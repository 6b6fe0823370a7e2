import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { hrefOf, replaceRoute } from '@/components/shell/route';
import { Section } from '@/components/shell/section';
import { t } from '@/lib/i18n';
import { ImportStep } from './import-step';
import { KeysStep } from './keys-step';
import { ListingsStep } from './listings-step';
import { Pictures } from './pictures';
import { PinStep } from './pin-step';
import { type Place, placeAfter, placeOf, STEPS, type Step, type StepProps } from './steps';
import { WelcomeStep } from './welcome-step';

const CONTENTS: Readonly<Record<Step, (props: StepProps) => ReactNode>> = {
  pin: PinStep,
  listings: ListingsStep,
  import: ImportStep,
  keys: KeysStep,
};

/** The first minutes: what Winnow does, and what is worth setting up. Each step can be skipped. */
export function Welcome({ params }: { readonly params: string }) {
  const place = placeOf(params);
  const [done, setDone] = useState<ReadonlySet<Step>>(new Set());
  const steps = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLHeadingElement>(null);
  /** Whether the user has moved on, so that the focus goes along. */
  const hasMoved = useRef(false);

  function goTo(next: Place): void {
    hasMoved.current = true;
    // In the address, so that "back" returns to it from another section.
    replaceRoute(hrefOf('welcome', new URLSearchParams({ step: next })));
  }

  useEffect(() => {
    if (!hasMoved.current) return;
    const heading = steps.current?.querySelector<HTMLElement>(`[data-step="${place}"] button`);
    const target = place === 'end' ? end.current : heading;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView?.({ block: 'nearest' });
  }, [place]);

  return (
    <Section title={t('welcomeTitle')} lead={t('welcomeLead')}>
      <Pictures />
      <h2 className="welcome-heading">{t('welcomeSteps')}</h2>
      <ol ref={steps} className="welcome-steps">
        {STEPS.map((step, index) => {
          const Content = CONTENTS[step];
          const isOpen = step === place;
          return (
            <WelcomeStep
              key={step}
              step={step}
              number={index + 1}
              isOpen={isOpen}
              isDone={done.has(step)}
              onToggle={() => goTo(isOpen ? placeAfter(step) : step)}
            >
              <Content
                onLeave={(isDone) => {
                  if (isDone) setDone(new Set([...done, step]));
                  goTo(placeAfter(step));
                }}
              />
            </WelcomeStep>
          );
        })}
      </ol>
      <div className="welcome-end panel">
        <h2 ref={end} tabIndex={-1}>
          {t('welcomeEnd')}
        </h2>
        <p className="quiet">{t('welcomeEndHelp')}</p>
        <TodayLinks />
      </div>
    </Section>
  );
}
