import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { splitName } from './author-names';
import { createCitationKeys } from './bibtex-key';
import { addedTimestamp, citedDoiOf, paperUrl } from './field-values';
import type { Writer } from './parsed-paper';

/**
 * Writes CSL-JSON, one item per line, with the same keys as BibTeX:
 * https://docs.citationstyles.org/en/stable/specification.html. What the format has no field for
 * goes into `custom`, which is reserved for applications.
 */
export const writeCsl: Writer = function* (papers) {
  const keyOf = createCitationKeys();
  let before = '[\n';
  for (const record of papers) {
    yield `${before}${JSON.stringify(toItem(record, keyOf(record)))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
};

function toItem(record: PaperRecord, key: string): object {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const { starred, dismissed, status, tags, note } = triage;
  return withoutUnknown({
    id: key,
    type: meta.journalRef === null ? 'article' : 'article-journal',
    title: plainTex(collapseSpace(meta.title)),
    author: meta.authors.length === 0 ? null : meta.authors.map(toName),
    issued: meta.date && { 'date-parts': [meta.date.split('-').map(Number)] },
    abstract: meta.abstract && plainTex(collapseSpace(meta.abstract)),
    'container-title': meta.journalRef,
    DOI: citedDoiOf(record),
    URL: paperUrl(record),
    archive: arxivId && 'arXiv',
    number: arxivId && `arXiv:${arxivId}`,
    version: meta.version === null ? null : String(meta.version),
    categories: meta.categories.length === 0 ? null : meta.categories,
    keyword: tags.length === 0 ? null : tags.join(', '),
    annote: note || null,
    custom: {
      winnow: withoutUnknown({
        ...{
          arxivId,
          doi: doiOf(record),
          comments: meta.comments,
          authorsTotal: meta.authorsTotal,
        },
        ...{ upvotes: meta.upvotes, numComments: meta.numComments },
        ...{ organization: meta.organization, codeUrl: meta.codeUrl, codeStars: meta.codeStars },
        ...{ projectUrl: meta.projectUrl, aiSummary: meta.aiSummary },
        ...{ starred, dismissed, status, tags },
        added: addedTimestamp(record),
      }),
    },
  });
}

function withoutUnknown(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function toName(name: string): object {
  const parts = splitName(name);
  if ('literal' in parts) return parts;
  const { suffix, ...others } = parts;
  return suffix === '' ? others : { ...others, suffix };
}
