import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Before the room is known, and where it never is, as in tests. */
const DEFAULT_WIDTH = 640;

type Figure = HTMLElement | SVGElement;

interface PlotFigureProps {
  /** Draws the chart for a width in pixels. Keep its identity while it would draw the same. */
  readonly draw: (width: number) => Figure;
  /** The mark to be outlined, among those of the chart's cells. */
  readonly current?: number;
  /** Told which of the chart's cells the pointer is over. */
  readonly onPoint?: (cell: number) => void;
}

/** A chart as wide as its room. It is for the eyes alone: next to it, its data are said in text. */
export function PlotFigure({ draw, current, onPoint }: PlotFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(DEFAULT_WIDTH);
  const [figure, setFigure] = useState<Figure>();

  useLayoutEffect(() => {
    const room = box.current;
    if (!room || typeof ResizeObserver === 'undefined') return;
    const measure = () => setWidth(Math.max(1, Math.floor(room.clientWidth)));
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(room);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const drawn = draw(width);
    box.current?.replaceChildren(drawn);
    setFigure(drawn);
  }, [draw, width]);

  useEffect(() => {
    if (!figure || current === undefined) return;
    const cell = cellsOf(figure)[current];
    cell?.classList.add('current');
    return () => cell?.classList.remove('current');
  }, [figure, current]);

  return (
    <div
      ref={box}
      className="plot"
      aria-hidden="true"
      onPointerMove={({ target }) => {
        const cell = figure && onPoint ? cellsOf(figure).indexOf(target as Element) : -1;
        if (cell >= 0) onPoint?.(cell);
      }}
    />
  );
}

function cellsOf(figure: Figure): Element[] {
  return [...figure.querySelectorAll('[aria-label="cell"] > rect')];
}
