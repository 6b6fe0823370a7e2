import { useEffect } from 'react';
import changelog from '@/CHANGELOG.md?raw';
import { Section } from '@/components/shell/section';
import { t } from '@/lib/i18n';
import { releaseUnread } from '@/lib/settings/settings';
import { codeIn, readChangelog, type Version } from './read-changelog';

const VERSIONS = readChangelog(changelog);

/** What changed, version by version. Looking at it takes the dot in the navigation away. */
export function Releases() {
  useEffect(() => {
    void releaseUnread.setValue(false);
    return releaseUnread.watch((isUnread) => isUnread && void releaseUnread.setValue(false));
  }, []);
  const [latest, ...earlier] = VERSIONS;
  return (
    <Section title={t('section_releases')} lead={t('releasesLead')}>
      {latest && (
        <section className="release" aria-label={nameOf(latest)}>
          <h2>{nameOf(latest)}</h2>
          <Changes version={latest} />
        </section>
      )}
      {earlier.map((version) => (
        <details key={version.name} className="release">
          <summary>{nameOf(version)}</summary>
          <Changes version={version} />
        </details>
      ))}
    </Section>
  );
}

function nameOf({ name }: Version): string {
  return name === null ? t('releaseThis') : t('releaseNamed', name);
}

/** In English, as the file is. */
function Changes({ version }: { readonly version: Version }) {
  return (
    <div lang="en">
      {version.parts.map(({ title, points }) => (
        <details key={title} className="release-part" open>
          <summary>{title}</summary>
          <ul>
            {points.map((point) => (
              <li key={point}>
                {codeIn(point).map(({ text, isCode }) =>
                  isCode ? <code key={text}>{text}</code> : text,
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
