/**
 * From where on a page is to be scanned again. Dated, because scanners and readers get better; the values were set by what
 * separates good from spoilt pages among the samples (test/unit/intake/domain/page-quality), and are Milaf's own choice.
 */
export interface QualityThresholds {
  /** ISO date. */
  readonly validFrom: string;
  readonly confidence: 'CHOICE';
  readonly source: string;
  /** Fewer pixels on the long side cannot be read: A4 at about 120 dpi. */
  readonly leastLongSidePixels: number;
  /** Level of grey of the paper (0 to 255) below which a page is too dark. */
  readonly leastPaperLevel: number;
  /** Parts of a page (of about 1,500) with writing, below which it is blank. */
  readonly leastWrittenTiles: number;
  /** Difference of ink and paper, as a ratio of white, below which writing is too pale. */
  readonly leastContrast: number;
  /** Steepness of the edges of letters (1: from paper to ink within one pixel) below which they run into each other. */
  readonly leastSharpness: number;
  /** Pieces of writing that touch one edge of the picture, from which on a page was cut. */
  readonly cutPieces: number;
  /** How much more the writing looks like lines from top to bottom than from left to right, from which on a page is turned. */
  readonly turnedRatio: number;
  /**
   * How much wider than high the paper on the picture is, with writing that is upright, from which on it is a part of a sheet: sheets on
   * their side are 1.41, a third of one that was cut between two lines is 2.1. Narrow and high ones are receipts of tills.
   */
  readonly partOfSheetRatio: number;
}

/** The oldest first. */
const qualityThresholds: readonly [QualityThresholds, ...QualityThresholds[]] = [
  {
    validFrom: '2026-01-01',
    confidence: 'CHOICE',
    source: 'samples of local/samples with the damage that scanners, telephones and folders do',
    leastLongSidePixels: 1_400,
    leastPaperLevel: 110,
    leastWrittenTiles: 10,
    leastContrast: 0.2,
    leastSharpness: 0.33,
    cutPieces: 5,
    turnedRatio: 1.5,
    partOfSheetRatio: 1.7,
  },
];

/**
 * The thresholds of a day.
 * @param day ISO date
 */
export function currentThresholds(day: string): QualityThresholds {
  return qualityThresholds.findLast(({ validFrom }) => validFrom <= day) ?? qualityThresholds[0];
}
