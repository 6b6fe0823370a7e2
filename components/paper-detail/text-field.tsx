import { type Ref, useId } from 'react';
import { t } from '@/lib/i18n';
import type { Source } from '@/lib/paper';
import type { OwnText } from '@/lib/protocol/own-texts';

interface TextFieldProps {
  readonly name: OwnText;
  readonly draft: string;
  /** What is wrong with the draft, in words. */
  readonly problem: string | undefined;
  /** Where the text was read that the draft differs from; `null`: it does not differ. */
  readonly differsFrom: Source | null;
  readonly box: Ref<HTMLTextAreaElement>;
  readonly onType: (draft: string) => void;
  readonly onTakeRead: () => void;
}

const ROWS: Readonly<Record<OwnText, number>> = { title: 2, authors: 3, abstract: 8 };

/** One text of a paper, to be edited. */
export function TextField(props: TextFieldProps) {
  const { name, draft, problem, differsFrom, box, onType, onTakeRead } = props;
  const id = useId();
  const label = t(`editName_${name}`);
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={box}
        id={id}
        dir="auto"
        rows={ROWS[name]}
        value={draft}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onType(target.value)}
      />
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem}
      </p>
      {differsFrom && (
        <p className="quiet">
          {problem === undefined && `${t(`ownText_${name}`)} `}
          <button
            type="button"
            className="text-button"
            aria-label={`${t(`editTake_${differsFrom}`)}: ${label}`}
            onClick={onTakeRead}
          >
            {t(`editTake_${differsFrom}`)}
          </button>
        </p>
      )}
    </div>
  );
}
