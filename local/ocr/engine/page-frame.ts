import { mapPoint, type Homography } from './homography.ts';
import type { Corner, RecognisedLine, RecognisedText } from './ocr-engine.ts';
import type { PixelBox, ReadLine, ReadSymbol } from './tesseract.ts';

/** Takes boxes on the straightened page back to where they lie on the page as it was handed in. */
export class PageFrame {
  readonly #toDecoded: Homography;
  readonly #width: number;
  readonly #height: number;

  /**
   * @param toDecoded where a pixel of the straight page lies in the decoded image
   * @param width of the decoded image in pixels
   * @param height of the decoded image in pixels
   */
  constructor(toDecoded: Homography, width: number, height: number) {
    this.#toDecoded = toDecoded;
    this.#width = width;
    this.#height = height;
  }

  /** The corners of a box, from its own top left clockwise, as ratios of the page as handed in. */
  polygon(box: PixelBox): RecognisedText['polygon'] {
    return [
      this.#corner(box.left, box.top),
      this.#corner(box.right, box.top),
      this.#corner(box.right, box.bottom),
      this.#corner(box.left, box.bottom),
    ];
  }

  text({ text, confidence, box }: ReadSymbol): RecognisedText {
    return {
      text,
      confidencePercent: round(Math.max(0, Math.min(100, confidence)), 1),
      polygon: this.polygon(box),
    };
  }

  line({ words }: ReadLine): RecognisedLine {
    const text = words.map((word) => word.text).join(' ');
    const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
    return {
      ...this.text({ text, confidence, box: around(words) }),
      words: words.map((word) => this.text(word)),
    };
  }

  #corner(x: number, y: number): Corner {
    const point = mapPoint(this.#toDecoded, { x, y });
    return { x: ratio(point.x / this.#width), y: ratio(point.y / this.#height) };
  }
}

/** The smallest box that holds all of them. */
export function around(items: readonly { readonly box: PixelBox }[]): PixelBox {
  return {
    left: Math.min(...items.map(({ box }) => box.left)),
    top: Math.min(...items.map(({ box }) => box.top)),
    right: Math.max(...items.map(({ box }) => box.right)),
    bottom: Math.max(...items.map(({ box }) => box.bottom)),
  };
}

function ratio(value: number): number {
  return round(Math.max(0, Math.min(1, value)), 5);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
