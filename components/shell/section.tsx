import { useId } from 'react';

interface SectionProps {
  readonly title: string;
  /** One sentence on what the section is for. */
  readonly lead?: string;
  /** Shown next to the title. */
  readonly actions?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The layout of a section: heading, lead, actions and content. */
export function Section({ title, lead, actions, children }: SectionProps) {
  const heading = useId();
  return (
    <section className="section" aria-labelledby={heading}>
      <header>
        <h1 id={heading}>{title}</h1>
        {actions && <div className="section-actions">{actions}</div>}
        {lead && <p className="quiet">{lead}</p>}
      </header>
      {children}
    </section>
  );
}
