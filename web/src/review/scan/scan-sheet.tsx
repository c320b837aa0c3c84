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
  readonly onFailed: () => void;
}

/** Room around a box, as a ratio of the page: a frame that touches the letters hides them. */
const AROUND = 0.004;

const percent = (ratio: number): string => `${(ratio * 100).toFixed(3)}%`;

/** One page, turned, with the place of a field marked. */
export function ScanSheet(props: ScanSheetProps) {
  const { url, alt, width, height, quarterTurns, box, onFailed } = props;
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
        {box !== undefined && (
          <div
            className="scan-box"
            aria-hidden
            style={{
              left: percent(box.left - AROUND),
              top: percent(box.top - AROUND),
              width: percent(box.width + 2 * AROUND),
              height: percent(box.height + 2 * AROUND),
            }}
          />
        )}
      </div>
    </div>
  );
}
