/** What a scanner, a telephone, a folder and the years do to a page. */
export interface Degradation {
  /** Resolution of the scan; 150 to 300 is usual. */
  readonly dpi: number;
  /** Skew in degrees, clockwise. */
  readonly rotate?: number;
  /** The sheet lay turned on the scanner: clockwise, in degrees. */
  readonly turn?: 0 | 90 | 180 | 270;
  /** Camera above the sheet at an angle: 0.01 is mild, 0.03 strong. */
  readonly perspective?: number;
  /** The sheet fills this part of the picture; the rest shows the desk. */
  readonly shrink?: number;
  /** Colour of what is behind the sheet, 0 to 255 each. */
  readonly background?: readonly [number, number, number];
  /** Standard deviation of the blur, in pixels. */
  readonly blur?: number;
  /** Standard deviation of the noise, in levels of 255. */
  readonly noise?: number;
  readonly gray?: boolean;
  /** 0 to 1: how much of the contrast is gone. */
  readonly fade?: number;
  /** 0 to 1: how dark the left and the lower edge are. */
  readonly shadow?: number;
  /** Number of dust specks. */
  readonly specks?: number;
  /** A dirty sensor: a vertical streak at this part of the width. */
  readonly streak?: number;
  /** JPEG quality, 1 to 100. */
  readonly jpeg?: number;
  /** Black and white only, as a fax (for CCITT G4). */
  readonly bilevel?: boolean;
}
