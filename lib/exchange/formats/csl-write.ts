import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { createKeys } from './bibtex-key';
import { addedOf, addressOf, citedDoiOf } from './fields';
import type { Writer } from './found-paper';
import { splitName } from './names';

/**
 * Writes CSL-JSON, one item a line: https://docs.citationstyles.org/en/stable/specification.html,
 * with the same keys as BibTeX. What the format has no field for stands in `custom`, which it leaves
 * to programs.
 */
export const writeCsl: Writer = function* (papers) {
  const keyOf = createKeys();
  let before = '[\n';
  for (const record of papers) {
    yield `${before}${JSON.stringify(itemOf(record, keyOf(record)))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
};

function itemOf(record: PaperRecord, key: string): object {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const { starred, dismissed, status, tags, note } = triage;
  return withoutUnknown({
    id: key,
    type: meta.journalRef === null ? 'article' : 'article-journal',
    title: plainTex(collapseSpace(meta.title)),
    author: meta.authors.length === 0 ? null : meta.authors.map(nameOf),
    issued: meta.date && { 'date-parts': [meta.date.split('-').map(Number)] },
    abstract: meta.abstract && plainTex(collapseSpace(meta.abstract)),
    'container-title': meta.journalRef,
    DOI: citedDoiOf(record),
    URL: addressOf(record),
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
        ...{ organization: meta.organization, starred, dismissed, status, tags },
        added: addedOf(record),
      }),
    },
  });
}

function withoutUnknown(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function nameOf(name: string): object {
  const parts = splitName(name);
  if ('literal' in parts) return parts;
  const { suffix, ...others } = parts;
  return suffix === '' ? others : { ...others, suffix };
}
