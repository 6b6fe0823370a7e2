import { useEffect } from 'react';
import changelog from '@/CHANGELOG.md?raw';
import { Section } from '@/components/shell/section';
import { t } from '@/lib/i18n';
import { newsUnread } from '@/lib/settings/settings';
import { codeIn, readChangelog, type Version } from './read-changelog';

const VERSIONS = readChangelog(changelog);

/** What changed, version by version. Looking at it takes the dot in the navigation away. */
export function News() {
  useEffect(() => {
    void newsUnread.setValue(false);
    return newsUnread.watch((isUnread) => isUnread && void newsUnread.setValue(false));
  }, []);
  const [latest, ...earlier] = VERSIONS;
  return (
    <Section title={t('section_news')} lead={t('newsLead')}>
      {latest && (
        <section className="news-version" aria-label={nameOf(latest)}>
          <h2>{nameOf(latest)}</h2>
          <Changes version={latest} />
        </section>
      )}
      {earlier.map((version) => (
        <details key={version.name} className="news-version">
          <summary>{nameOf(version)}</summary>
          <Changes version={version} />
        </details>
      ))}
    </Section>
  );
}

function nameOf({ name }: Version): string {
  return name === null ? t('newsThisVersion') : t('newsVersion', name);
}

/** In English, as the file is. */
function Changes({ version }: { readonly version: Version }) {
  return (
    <div lang="en">
      {version.parts.map(({ title, points }) => (
        <div key={title} className="news-part">
          <h3>{title}</h3>
          <ul>
            {points.map((point) => (
              <li key={point}>
                {codeIn(point).map(({ text, isCode }) =>
                  isCode ? <code key={text}>{text}</code> : text,
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
