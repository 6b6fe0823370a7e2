import { MarkedTex } from '@/components/paper-parts/marked-text';
import type { Finder } from '@/lib/filter/match';
import { type PaperId, urlOf } from '@/lib/paper';

interface CardTitleProps {
  readonly id: PaperId;
  readonly title: string;
  readonly find: Finder;
  readonly isWhole: boolean;
  readonly tabIndex: 0 | -1;
}

/** The title of a paper, linked to its page if it has one. */
export function CardTitle({ id, title, find, isWhole, tabIndex }: CardTitleProps) {
  const url = urlOf(id);
  const marked = <MarkedTex text={title} find={find} field="title" />;
  return (
    <h2 dir="auto" data-whole={isWhole || undefined}>
      {url ? (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          title={title}
          aria-label={title}
          tabIndex={tabIndex}
        >
          {marked}
        </a>
      ) : (
        marked
      )}
    </h2>
  );
}
