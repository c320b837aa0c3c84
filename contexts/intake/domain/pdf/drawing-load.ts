import type { FileLimits } from '#claims';
import { FileFault } from '../file-fault.ts';
import { drawnNames, unpackedContent } from './page-content.ts';
import { unfoldedBytesPerPixel } from './image-samples.ts';
import type { PdfFile } from './pdf-file.ts';
import { entryOf, pdfNull, type PdfDictionary, type PdfValue } from './pdf-value.ts';

type Resolve = (value: PdfValue) => PdfValue;

/** What drawing a page, or a form on it, goes over: all that it draws, as often as it draws it. */
interface Load {
  readonly contentBytes: number;
  readonly forms: number;
  /** Of images, decoded. */
  readonly imageBytes: number;
}

/** What a page or form says, as far as it was looked at. */
interface Content {
  readonly byteLength: number;
  /** What it draws by name, and how often. */
  readonly drawn: ReadonlyMap<string, number>;
}

const NOTHING: Load = { contentBytes: 0, forms: 0, imageBytes: 0 };

/** A page of a word processor draws a hundred; PDFium takes a quarter of a second for so many. */
const MOST_FORMS_PER_PAGE = 10_000;
const MOST_FORM_BYTES_PER_PAGE = 4 * 1024 * 1024;
/** Pages of a file that say much and draw little are looked into until here. */
const MOST_CONTENT_BYTES = 16 * 1024 * 1024;
/** Forms in forms in forms: PDFium draws no more than 40 of them within each other. */
const MOST_DEEP = 40;
/** Names that are looked up on all pages: a form means something else by each of the resources that it is drawn with. */
const MOST_LOOKUPS = 500_000;

/**
 * Adds up what drawing the pages of a file would go over. A form that draws the next one ten times, eight deep, is 2 KB and draws
 * for ever; counted it takes no longer than it is long. Patterns, glyphs and appearances of notes are not counted: what they take
 * ends by the seconds that a page has.
 */
export class DrawingLoad {
  readonly #file: PdfFile;
  readonly #limits: FileLimits;
  readonly #contents = new Map<PdfValue, Content>();
  #contentBytesLeft = MOST_CONTENT_BYTES;
  #lookupsLeft = MOST_LOOKUPS;

  constructor(file: PdfFile, limits: FileLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  /**
   * @returns what the images that a page draws unfold to, in bytes
   * @throws FileFault `TOO_COMPLEX`
   */
  demandWithin(page: PdfDictionary, resources: PdfValue): number {
    const contents = this.#resolve(entryOf(page, 'Contents'));
    const parts = contents.kind === 'array' ? contents.items : [entryOf(page, 'Contents')];
    const pageLoad = new PageLoad(this.#resolve, this.#resolve(resources), (stream) => {
      const content = this.#contentOf(stream);
      this.#lookupsLeft -= 1 + content.drawn.size;
      if (this.#lookupsLeft < 0) throw new FileFault('TOO_COMPLEX');
      return content;
    });
    // One part may be named a million times.
    const times = Map.groupBy(parts, this.#resolve);
    const { contentBytes, forms, imageBytes } = sumOf(
      [...times.values()].flatMap((same) =>
        same.slice(0, 1).map((part) => repeated(pageLoad.ofContent(part), same.length)),
      ),
    );
    if (
      forms > MOST_FORMS_PER_PAGE ||
      contentBytes > MOST_FORM_BYTES_PER_PAGE ||
      // Those of one page together take no longer than the dearest that is let through by itself.
      imageBytes > this.#limits.maxHeldBytes
    )
      throw new FileFault('TOO_COMPLEX');
    return imageBytes;
  }

  /** What cannot be read is not drawn either; whether the file is whole is asked elsewhere. */
  readonly #resolve: Resolve = (value) => {
    try {
      return this.#file.resolve(value);
    } catch (error) {
      if (error instanceof FileFault) return pdfNull;
      throw error;
    }
  };

  /** Gone over once, however often it is drawn. */
  #contentOf(stream: PdfValue): Content {
    const dictionary = this.#resolve(stream);
    const known = this.#contents.get(dictionary);
    if (known !== undefined) return known;
    const data = dictionary.kind === 'dictionary' ? this.#file.fromDataOf(stream) : undefined;
    if (dictionary.kind !== 'dictionary' || data === undefined) return { byteLength: 0, drawn: new Map() };
    const bytes = unpackedContent(dictionary, data, this.#resolve, this.#contentBytesLeft);
    this.#contentBytesLeft -= bytes.byteLength;
    const content = { byteLength: bytes.byteLength, drawn: drawnNames(bytes) };
    this.#contents.set(dictionary, content);
    return content;
  }
}

/** The load of one page: what a name stands for may depend on the page on which a form is drawn. */
class PageLoad {
  readonly #resolve: Resolve;
  readonly #resources: PdfValue;
  readonly #contentOf: (stream: PdfValue) => Content;
  /** By the form or image, and by the resources that it is drawn with. */
  readonly #known = new Map<PdfValue, Map<PdfValue, Load>>();
  readonly #begun = new Set<PdfValue>();

  constructor(resolve: Resolve, resources: PdfValue, contentOf: (stream: PdfValue) => Content) {
    this.#resolve = resolve;
    this.#resources = resources;
    this.#contentOf = contentOf;
  }

  ofContent(stream: PdfValue): Load {
    return this.#drawnBy(this.#contentOf(stream), this.#resources);
  }

  #drawnBy({ drawn }: Content, resources: PdfValue): Load {
    const named = this.#namedIn(resources);
    return sumOf(
      [...drawn].map(([name, times]) => repeated(this.#loadOf(entryOf(named, name), resources), times)),
    );
  }

  /** PDFium looks in the resources of the page where a form has others and none of this kind. */
  #namedIn(resources: PdfValue): PdfDictionary {
    for (const place of [resources, this.#resources]) {
      const named = place.kind === 'dictionary' && this.#resolve(entryOf(place, 'XObject'));
      if (named && named.kind === 'dictionary') return named;
    }
    return { kind: 'dictionary', entries: new Map() };
  }

  #loadOf(value: PdfValue, around: PdfValue): Load {
    const object = this.#resolve(value);
    if (object.kind !== 'dictionary') return NOTHING;
    if (!this.#isForm(object)) return { ...NOTHING, imageBytes: this.#imageBytes(object) };
    const own = this.#resolve(entryOf(object, 'Resources'));
    const resources = own.kind === 'dictionary' ? own : around;
    const loads = this.#known.get(object) ?? new Map<PdfValue, Load>();
    this.#known.set(object, loads);
    const known = loads.get(resources);
    if (known !== undefined) return known;
    // What draws itself is no form of a sound writer.
    if (this.#begun.has(object) || this.#begun.size > MOST_DEEP) throw new FileFault('TOO_COMPLEX');
    this.#begun.add(object);
    const content = this.#contentOf(value);
    const load = sumOf([
      { contentBytes: content.byteLength, forms: 1, imageBytes: 0 },
      this.#drawnBy(content, resources),
    ]);
    this.#begun.delete(object);
    loads.set(resources, load);
    return load;
  }

  #isForm(object: PdfDictionary): boolean {
    const subtype = this.#resolve(entryOf(object, 'Subtype'));
    return subtype.kind === 'name' && subtype.name === 'Form';
  }

  #imageBytes(image: PdfDictionary): number {
    const [width, height] = ['Width', 'Height'].map((key) => this.#resolve(entryOf(image, key)));
    if (width?.kind !== 'number' || height?.kind !== 'number') return 0;
    return (
      Math.max(0, width.number) * Math.max(0, height.number) * unfoldedBytesPerPixel(image, this.#resolve)
    );
  }
}

const sumOf = (loads: readonly Load[]): Load =>
  loads.reduce(
    (sum, load) => ({
      contentBytes: sum.contentBytes + load.contentBytes,
      forms: sum.forms + load.forms,
      imageBytes: sum.imageBytes + load.imageBytes,
    }),
    NOTHING,
  );

const repeated = (load: Load, times: number): Load => ({
  contentBytes: load.contentBytes * times,
  forms: load.forms * times,
  imageBytes: load.imageBytes * times,
});
