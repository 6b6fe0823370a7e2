import { formatNumber, plural, t } from '@/lib/i18n';
import { type Metadata, webUrl } from '@/lib/paper';

interface ResourceLinksProps {
  readonly meta: Metadata;
  readonly tabIndex?: 0 | -1 | undefined;
}

/** Links to a paper's code, with its stars on GitHub, and to its project page. */
export function ResourceLinks({ meta, tabIndex }: ResourceLinksProps) {
  // Records by earlier versions do not have them. Tooltips say where they lead: a page told them.
  const code = webUrl(meta.codeUrl ?? '');
  const project = webUrl(meta.projectUrl ?? '');
  const stars = meta.codeStars ?? null;
  const link = { tabIndex, target: '_blank', rel: 'noopener noreferrer' };
  return (
    <>
      {code && (
        <a {...link} href={code} title={code}>
          {t('link_openCode')}
          {stars !== null && (
            <span className="code-stars">
              <span aria-hidden="true"> ★ {formatNumber(stars)}</span>
              <span className="unseen">, {plural('linkCodeStars', stars)}</span>
            </span>
          )}
        </a>
      )}
      {project && (
        <a {...link} href={project} title={project}>
          {t('linkProject')}
        </a>
      )}
    </>
  );
}
