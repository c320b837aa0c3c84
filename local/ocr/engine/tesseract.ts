import { createWorker, PSM, type Worker } from 'tesseract.js';
import { encodePgm, type GreyImage } from './grey-image.ts';

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ReadSymbol {
  readonly text: string;
  readonly confidence: number;
  readonly box: PixelBox;
}

export interface ReadWord extends ReadSymbol {
  readonly symbols: readonly ReadSymbol[];
}

export interface ReadLine {
  readonly words: readonly ReadWord[];
}

/** How Tesseract is told to look at an image. */
const SEGMENTATION = { page: PSM.AUTO, line: PSM.SINGLE_LINE, character: PSM.SINGLE_CHAR } as const;

export type Segmentation = keyof typeof SEGMENTATION;

/** Tesseract's engines: the older one that compares shapes, and the neural network. */
const ENGINE = { shapes: 0, neural: 1 } as const;

/** One loaded Tesseract, which reads one image at a time. */
export interface Tesseract {
  read(image: GreyImage, segmentation: Segmentation, allowedCharacters?: string): Promise<ReadLine[]>;
  /** Clockwise turn in quarter turns that brings the text upright, with how sure that is; undefined when there is too little text. */
  findUprightTurn(image: GreyImage): Promise<{ quarterTurns: number; confidence: number } | undefined>;
  close(): Promise<void>;
}

/**
 * Starts a Tesseract in a thread of its own, from local files only.
 * @param languages as `fra+eng`
 * @param folder holds `<language>.traineddata.gz` for each of them
 */
export async function startTesseract(
  engine: keyof typeof ENGINE,
  languages: string,
  folder: string,
): Promise<Tesseract> {
  const worker = await createWorker(languages, ENGINE[engine], {
    langPath: folder,
    cacheMethod: 'none',
    gzip: true,
    legacyCore: engine === 'shapes',
    legacyLang: engine === 'shapes',
    // The rejected promise carries the same fault; without a handler tesseract.js throws it outside of any promise.
    errorHandler: () => undefined,
  });
  await worker.setParameters({
    // Without a resolution Tesseract guesses one, and guesses badly on scans.
    user_defined_dpi: '200',
    // A page must read the same whatever was read before it.
    classify_enable_learning: '0',
    classify_enable_adaptive_matcher: '0',
    tessedit_enable_doc_dict: '0',
    debug_file: '/dev/null',
  });
  return {
    read: (image, segmentation, allowedCharacters = '') =>
      readLines(worker, image, segmentation, allowedCharacters),
    findUprightTurn: (image) => findUprightTurn(worker, image),
    close: async () => {
      await worker.terminate();
    },
  };
}

async function readLines(
  worker: Worker,
  image: GreyImage,
  segmentation: Segmentation,
  allowedCharacters: string,
): Promise<ReadLine[]> {
  await worker.setParameters({
    tessedit_pageseg_mode: SEGMENTATION[segmentation],
    tessedit_char_whitelist: allowedCharacters,
  });
  const { data } = await worker.recognize(encodePgm(image), {}, { blocks: true, text: false });
  const lines = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  return lines.map((line) => ({
    words: line.words.map((word) => ({ ...toSymbol(word), symbols: word.symbols.map(toSymbol) })),
  }));
}

function toSymbol(found: {
  text: string;
  confidence: number;
  bbox: { x0: number; y0: number; x1: number; y1: number };
}): ReadSymbol {
  const { x0, y0, x1, y1 } = found.bbox;
  return {
    text: found.text,
    confidence: found.confidence,
    box: { left: x0, top: y0, right: x1, bottom: y1 },
  };
}

async function findUprightTurn(
  worker: Worker,
  image: GreyImage,
): Promise<{ quarterTurns: number; confidence: number } | undefined> {
  const { data } = await worker.detect(encodePgm(image));
  if (data.orientation_degrees === null) return undefined;
  return { quarterTurns: data.orientation_degrees / 90, confidence: data.orientation_confidence ?? 0 };
}
