import type { Review, ReviewField } from '../../../../contexts/review/api/review.ts';

export type ScanBox = NonNullable<ReviewField['source']>['box'];
export type PageRole = Review['pages'][number]['role'];

interface ScanSheetProps {
  readonly url: string;
  readonly alt: string;
  /** Size of the picture; boxes are ratios of it. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns to the right. */
  readonly quarterTurns: number;
  /** Where the field in the focus stands. */
  readonly box: ScanBox | undefined;
  /** What is brought into sight: the same, or what is around a field without a place. */
  readonly inSight: ScanBox | undefined;
  readonly onFailed: () => void;
}

/** Room around a box, as a ratio of the page: a frame that touches the letters hides them. */
const AROUND = 0.004;

const percent = (ratio: number): string => `${(ratio * 100).toFixed(3)}%`;

const around = ({ left, top, width, height }: ScanBox) => ({
  left: percent(left - AROUND),
  top: percent(top - AROUND),
  width: percent(width + 2 * AROUND),
  height: percent(height + 2 * AROUND),
});

/** One page, turned, with the place of a field marked. */
export function ScanSheet(props: ScanSheetProps) {
  const { url, alt, width, height, quarterTurns, box, inSight, onFailed } = props;
  const isOnItsSide = quarterTurns % 2 === 1;
  return (
    <div
      className="scan-sheet"
      style={{ width: isOnItsSide ? height : width, height: isOnItsSide ? width : height }}
    >
      <div
        className="scan-turned"
        style={{ width, height, transform: `translate(-50%, -50%) rotate(${quarterTurns * 90}deg)` }}
      >
        <img src={url} alt={alt} width={width} height={height} draggable={false} onError={onFailed} />
        {inSight !== undefined && <div className="scan-target" aria-hidden style={around(inSight)} />}
        {box !== undefined && <div className="scan-box" aria-hidden style={around(box)} />}
      </div>
    </div>
  );
}
