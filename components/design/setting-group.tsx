import { useId } from 'react';

interface SettingGroupProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: React.ReactNode;
}

/** A group of options on the settings page. */
export function SettingGroup({ title, lead, children }: SettingGroupProps) {
  const heading = useId();
  return (
    <section className="setting-group" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {lead && <p className="quiet">{lead}</p>}
      <div className="panel">{children}</div>
    </section>
  );
}
