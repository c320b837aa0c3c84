import * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/use-language.ts';

/** What a chart needs to know of where it stands. */
export interface Surroundings {
  /** Pixels. */
  readonly width: number;
  /** Time and length run from right to left, as one reads. */
  readonly isFromRight: boolean;
  readonly locale: string;
}

interface ChartProps {
  /** Says what is to be seen; the table beside it says it in numbers. */
  readonly label: string;
  readonly draw: (surroundings: Surroundings) => Plot.PlotOptions;
}

const NARROWEST = 280;
const WIDEST = 760;

/** A chart as SVG, as wide as its place, drawn again when that or the language changes. */
export function Chart({ label, draw }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const { direction, locale } = useLanguage();
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const room = Math.round(entry?.contentRect.width ?? WIDEST);
      setWidth(Math.min(Math.max(room, NARROWEST), WIDEST));
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return undefined;
    const drawn = Plot.plot({
      width,
      ariaLabel: label,
      ...draw({ width, isFromRight: direction === 'rtl', locale }),
      style: { fontSize: '13px', fontFamily: 'var(--font)' },
    });
    drawn.setAttribute('role', 'img');
    // Parts of an image have no names of their own; Plot gives them English ones.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    place.current?.replaceChildren(drawn);
    return () => drawn.remove();
  }, [width, direction, locale, label, draw]);
  return <div ref={place} className="figure-chart" dir="ltr" />;
}
