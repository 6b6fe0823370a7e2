import type { Finder } from '@/lib/filter/match';
import { type FieldText, unseenPassage } from '@/lib/highlight/passage';
import { MarkedTex } from './marked-text';

interface FoundPassageProps {
  readonly find: Finder;
  /** The texts of the paper that are not shown, and those that are. */
  readonly hidden: readonly FieldText[];
  readonly shown: readonly FieldText[];
}

/** Why a paper was found, where that cannot be seen: the passage of a text that is not shown. */
export function FoundPassage({ find, hidden, shown }: FoundPassageProps) {
  const found = unseenPassage(find, hidden, shown);
  if (!found) return null;
  const [field, text] = found;
  return (
    <p className="found-passage" dir="auto">
      <MarkedTex text={text} find={find} field={field} />
    </p>
  );
}
