import { formatNumber, plural, t } from '@/lib/i18n';
import { type Metadata, webUrl } from '@/lib/paper';

interface ResourceLinksProps {
  readonly meta: Metadata;
  readonly className?: string;
  readonly tabIndex?: 0 | -1;
}

/** Items of a list: links to a paper's code, with its stars on GitHub, and to its project page. */
export function ResourceLinks({ meta, className, tabIndex }: ResourceLinksProps) {
  // Records by earlier versions do not have them. Tooltips say where they lead: a page told them.
  const code = webUrl(meta.codeUrl ?? '');
  const project = webUrl(meta.projectUrl ?? '');
  const stars = meta.codeStars ?? null;
  const link = { className, tabIndex, target: '_blank', rel: 'noopener noreferrer' };
  return (
    <>
      {code && (
        <li>
          <a {...link} href={code} title={code}>
            {t('linkCode')}
            {stars !== null && (
              <span className="code-stars">
                <span aria-hidden="true"> ★ {formatNumber(stars)}</span>
                <span className="unseen">, {plural('linkCodeStars', stars)}</span>
              </span>
            )}
          </a>
        </li>
      )}
      {project && (
        <li>
          <a {...link} href={project} title={project}>
            {t('linkProject')}
          </a>
        </li>
      )}
    </>
  );
}
