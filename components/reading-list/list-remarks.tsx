import { plural, t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { ListQuery } from '@/lib/protocol/list-query';

interface ListRemarksProps {
  readonly query: ListQuery;
  readonly answer: ListAnswer | undefined;
}

/** Remarks on the search: corrections, problems, and papers not indexed yet. */
export function ListRemarks({ query, answer }: ListRemarksProps) {
  if (!answer || query.search.trim() === '') return null;
  return (
    <>
      {answer.corrected !== null && <Remark>{t('popupCorrected', answer.corrected)}</Remark>}
      {answer.problems.map((problem) => (
        <Remark key={problem}>{problem}</Remark>
      ))}
      {answer.unindexed > 0 && <Remark>{plural('popupUnindexed', answer.unindexed)}</Remark>}
    </>
  );
}

function Remark({ children }: { readonly children: string }) {
  return (
    <p className="remark" role="status">
      {children}
    </p>
  );
}
