import { changeRecord } from '@/components/triage/change-record';
import { t } from '@/lib/i18n';
import { ownTextsOf } from '@/lib/library/store/own-texts';
import type { PaperRecord } from '@/lib/library/store/record';

/** Says which texts of a paper are the user's own, and offers what was read instead. */
export function OwnTexts({ record }: { readonly record: PaperRecord }) {
  const { source } = record.meta;
  const own = ownTextsOf(record);
  if (own.length === 0) return null;
  return (
    <div className="own-texts">
      {own.map((name) => (
        <p key={name} className="quiet">
          {t(`ownText_${name}`)}{' '}
          <button
            type="button"
            className="text-button"
            aria-label={`${t(`editTake_${source}`)}: ${t(`editName_${name}`)}`}
            onClick={() => changeRecord(record, { kind: 'editTexts', [name]: null })}
          >
            {t(`editTake_${source}`)}
          </button>
        </p>
      ))}
    </div>
  );
}
