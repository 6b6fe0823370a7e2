import type { ReactNode } from 'react';
import { DismissIcon, SearchIcon, StarIcon, TagIcon } from '@/components/design/icons';
import { t } from '@/lib/i18n';

/** What Winnow does, in three pictures, drawn in the colours of its own pages. */
export function Pictures() {
  return (
    <div className="pictures">
      <Picture name="decide">
        <Row y={14} isStarred>
          <Chip x={92} y={46} width={34} />
          <Chip x={130} y={46} width={24} />
        </Row>
        <Row y={66} />
        <g className="faint">
          <Row y={112} isFolded />
        </g>
      </Picture>
      <Picture name="highlight">
        <Words y={16} widths={[34, 62, 28, 58]} marked={1} colour={2} />
        <Words y={34} widths={[70, 26, 44]} />
        <Line className="rule" y={52} />
        <Words y={62} widths={[26, 48, 40, 54]} marked={3} colour={1} />
        <Words y={80} widths={[52, 34, 66]} marked={0} colour={2} />
        <Line className="rule" y={98} />
        <rect className="bar" x="0" y="112" width="240" height="38" />
        <rect className="field" x="12" y="120" width="112" height="22" rx="6" />
        <At x={18} y={123}>
          <SearchIcon />
        </At>
        <Text x={40} y={128} width={46} />
        <Text x={140} y={128} width={54} />
        <rect className="accent" x="206" y="125" width="22" height="12" rx="6" />
        <circle className="ground" cx="222" cy="131" r="4" />
      </Picture>
      <Picture name="return">
        <rect className="bar" x="0" y="0" width="240" height="24" />
        <rect className="field" x="16" y="6" width="150" height="12" rx="6" />
        <rect className="accent" x="204" y="4" width="16" height="16" rx="4" />
        <g className="popup">
          <rect className="sheet" x="72" y="30" width="152" height="136" rx="8" />
          <rect className="field" x="82" y="40" width="132" height="18" rx="6" />
          <At x={87} y={41}>
            <SearchIcon />
          </At>
          <Card y={66} width={84} chip={30} />
          <Card y={104} width={68} chip={42} />
        </g>
      </Picture>
    </div>
  );
}

interface PictureProps {
  readonly name: 'decide' | 'highlight' | 'return';
  readonly children: ReactNode;
}

function Picture({ name, children }: PictureProps) {
  return (
    <figure className="picture">
      <svg viewBox="0 0 240 150" role="img" aria-label={t(`welcomePicture_${name}`)}>
        {children}
      </svg>
      <figcaption>
        <strong>{t(`welcomeDoes_${name}`)}</strong> {t(`welcomeDoesHelp_${name}`)}
      </figcaption>
    </figure>
  );
}

interface RowProps {
  readonly y: number;
  readonly isStarred?: boolean;
  /** Dismissed: one line is left. */
  readonly isFolded?: boolean;
  readonly children?: ReactNode;
}

/** An entry of a listing with its control. */
function Row({ y, isStarred = false, isFolded = false, children }: RowProps) {
  return (
    <>
      {isStarred && <rect className="star" x="0" y={y - 6} width="4" height="52" />}
      <g className={isStarred ? 'star-icon' : 'icon'}>
        <At x={14} y={y - 2}>
          <StarIcon filled={isStarred} />
        </At>
      </g>
      <g className="icon">
        <At x={36} y={y - 2}>
          <TagIcon />
        </At>
        <At x={58} y={y - 2}>
          <DismissIcon />
        </At>
      </g>
      <rect className={isFolded ? 'text' : 'title'} x="92" y={y} width="132" height="8" rx="4" />
      {!isFolded && (
        <>
          <Text x={92} y={y + 16} width={104} />
          {children ?? <Text x={92} y={y + 29} width={72} />}
        </>
      )}
    </>
  );
}

interface CardProps {
  readonly y: number;
  readonly width: number;
  readonly chip: number;
}

/** A starred paper of the reading list. */
function Card({ y, width, chip }: CardProps) {
  return (
    <>
      <g className="star-icon">
        <At x={82} y={y - 2}>
          <StarIcon filled />
        </At>
      </g>
      <rect className="title" x="106" y={y + 1} width={width} height="7" rx="3.5" />
      <Chip x={106} y={y + 15} width={chip} />
    </>
  );
}

interface WordsProps {
  readonly y: number;
  readonly widths: readonly number[];
  /** The index of the word that a rule highlights, and the number of the rule's colour. */
  readonly marked?: number;
  readonly colour?: number;
}

/** A line of words, one of them in the colour of a rule. */
function Words({ y, widths, marked, colour }: WordsProps) {
  const gap = 6;
  const starts = widths.map((_, index) =>
    widths.slice(0, index).reduce((sum, width) => sum + width + gap, 14),
  );
  return widths.map((width, index) => {
    const x = starts[index] ?? 0;
    if (index !== marked) return <Text key={x} x={x} y={y} width={width} />;
    return (
      <g key={x} data-tag-colour={colour}>
        <rect className="mark" x={x - 3} y={y - 4} width={width + 6} height="15" rx="4" />
        <rect className="mark-text" x={x} y={y} width={width} height="7" rx="3.5" />
      </g>
    );
  });
}

interface BarProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function Text({ x, y, width }: BarProps) {
  return <rect className="text" x={x} y={y} width={width} height="7" rx="3.5" />;
}

function Chip({ x, y, width }: BarProps) {
  return <rect className="chip" x={x} y={y - 2} width={width} height="12" rx="6" />;
}

function Line({ y, className }: { readonly y: number; readonly className: string }) {
  return <rect className={className} x="0" y={y} width="240" height="1" />;
}

/** Puts an icon somewhere. */
function At({ x, y, children }: Omit<BarProps, 'width'> & { readonly children: ReactNode }) {
  return <g transform={`translate(${x} ${y})`}>{children}</g>;
}
