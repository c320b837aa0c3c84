import type { FileLimits } from '#claims';
import { FileFault } from '../file-fault.ts';
import { drawnNames, type DrawnNames } from './drawn-names.ts';
import { contentStages } from './page-content.ts';
import { unfoldedBytesPerPixel } from './image-samples.ts';
import type { PdfFile } from './pdf-file.ts';
import { entryOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';

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
  /** What it draws, whichever of its stages a reader takes for the content. */
  readonly stages: readonly DrawnNames[];
}

/** Names that several parts of a page leave for the next one; of more, it may be any. */
const MOST_LEFT = 32;

const NOTHING: Load = { contentBytes: 0, forms: 0, imageBytes: 0 };

/** A page of a word processor draws a hundred; PDFium takes a quarter of a second for so many. */
const MOST_FORMS_PER_PAGE = 10_000;
const MOST_FORM_BYTES_PER_PAGE = 4 * 1024 * 1024;
/** Pages of a file that say much and draw little are looked into until here, packed and unpacked. */
const MOST_CONTENT_BYTES = 24 * 1024 * 1024;
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
   * @throws FileFault `TOO_COMPLEX`; `DAMAGED` and `INCOMPLETE` of what it draws and nobody can read without mending it, for what
   *   others make of it cannot be added up
   */
  demandWithin(page: PdfDictionary, resources: PdfValue): number {
    const contents = this.#file.resolve(entryOf(page, 'Contents'));
    const parts = contents.kind === 'array' ? contents.items : [entryOf(page, 'Contents')];
    const { contentBytes, forms, imageBytes } = new PageLoad(this.#file, resources, {
      contentOf: (stream) => this.#contentOf(stream),
      countLookups: (lookups) => {
        this.#lookupsLeft -= lookups;
        if (this.#lookupsLeft < 0) throw new FileFault('TOO_COMPLEX');
      },
    }).ofParts(parts);
    if (
      forms > MOST_FORMS_PER_PAGE ||
      contentBytes > MOST_FORM_BYTES_PER_PAGE ||
      // Those of one page together take no longer than the dearest that is let through by itself.
      imageBytes > this.#limits.maxHeldBytes
    )
      throw new FileFault('TOO_COMPLEX');
    return imageBytes;
  }

  /** Gone over once, however often it is drawn. */
  #contentOf(stream: PdfValue): Content {
    const dictionary = this.#file.resolve(stream);
    const known = this.#contents.get(dictionary);
    if (known !== undefined) return known;
    const data = dictionary.kind === 'dictionary' ? this.#file.fromDataOf(stream) : undefined;
    if (dictionary.kind !== 'dictionary' || data === undefined) return { byteLength: 0, stages: [] };
    const resolve: Resolve = (value) => this.#file.resolve(value);
    const stages = contentStages(dictionary, data, resolve, this.#contentBytesLeft);
    const lengths = stages.map((stage) => stage.byteLength);
    this.#contentBytesLeft -= lengths.reduce((sum, length) => sum + length, 0);
    const content = { byteLength: Math.max(...lengths), stages: stages.map(drawnNames) };
    this.#contents.set(dictionary, content);
    return content;
  }
}

interface PageHelp {
  readonly contentOf: (stream: PdfValue) => Content;
  readonly countLookups: (lookups: number) => void;
}

/** The load of one page: what a name stands for may depend on the page on which a form is drawn. */
class PageLoad {
  readonly #resolve: Resolve;
  readonly #resources: PdfValue;
  readonly #help: PageHelp;
  /** By the form or image, and by the resources that it is drawn with. */
  readonly #known = new Map<PdfValue, Map<PdfValue, Load>>();
  readonly #begun = new Set<PdfValue>();

  constructor(file: PdfFile, resources: PdfValue, help: PageHelp) {
    this.#resolve = (value) => file.resolve(value);
    this.#resources = file.resolve(resources);
    this.#help = help;
  }

  /** Readers take the parts of a page for one content: what one names last, the next may draw. */
  ofParts(parts: readonly PdfValue[]): Load {
    this.#help.countLookups(parts.length);
    const loads: Load[] = [];
    // One part may be named a million times.
    const contents = new Map<PdfValue, Content>();
    for (const [object, [part, ...again]] of Map.groupBy(parts, this.#resolve)) {
      if (part === undefined) continue;
      const content = this.#help.contentOf(part);
      contents.set(object, content);
      loads.push(repeated(this.#drawnBy(content, this.#resources), again.length + 1));
    }
    let left: LeftOver = { names: new Set(), isAnything: false };
    for (const part of parts) {
      const { stages = [] } = contents.get(this.#resolve(part)) ?? {};
      const times = stages.reduce((sum, { ofPartBefore }) => sum + ofPartBefore, 0);
      if (times > 0) loads.push(repeated(this.#loadOfOperands(left), times));
      left = leftBehind(stages, left);
    }
    return sumOf(loads);
  }

  #loadOfOperands({ names, isAnything }: LeftOver): Load {
    return this.#loadOfNames(
      new Map([...names].map((name) => [name, 1])),
      isAnything ? 1 : 0,
      this.#resources,
    );
  }

  #drawnBy({ stages }: Content, resources: PdfValue): Load {
    return sumOf(stages.map(({ names, anything }) => this.#loadOfNames(names, anything, resources)));
  }

  #loadOfNames(names: ReadonlyMap<string, number>, anything: number, resources: PdfValue): Load {
    if (names.size === 0 && anything === 0) return NOTHING;
    const named = this.#namedIn(resources);
    const all = anything === 0 ? [] : [...named.entries.values()];
    this.#help.countLookups(names.size + all.length);
    return sumOf([
      ...[...names].map(([name, times]) => repeated(this.#loadOf(entryOf(named, name), resources), times)),
      ...all.map((value) => repeated(this.#loadOf(value, resources), anything)),
    ]);
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
    const imageBytes = this.#imageBytes(object);
    if (this.#isImage(object)) return { ...NOTHING, imageBytes };
    const own = this.#resolve(entryOf(object, 'Resources'));
    const resources = own.kind === 'dictionary' ? own : around;
    const loads = this.#known.get(object) ?? new Map<PdfValue, Load>();
    this.#known.set(object, loads);
    const known = loads.get(resources);
    if (known !== undefined) return known;
    // What draws itself is no form of a sound writer.
    if (this.#begun.has(object) || this.#begun.size > MOST_DEEP) throw new FileFault('TOO_COMPLEX');
    this.#begun.add(object);
    const content = this.#help.contentOf(value);
    this.#help.countLookups(1);
    const load = sumOf([
      { contentBytes: content.byteLength, forms: 1, imageBytes },
      this.#drawnBy(content, resources),
    ]);
    this.#begun.delete(object);
    loads.set(resources, load);
    return load;
  }

  /** Whatever else it says that it is may be drawn as a form: readers take a text for the name, too. */
  #isImage(object: PdfDictionary): boolean {
    const subtype = this.#resolve(entryOf(object, 'Subtype'));
    return subtype.kind === 'name' && subtype.name === 'Image';
  }

  #imageBytes(image: PdfDictionary): number {
    const [width, height] = ['Width', 'Height'].map((key) => this.#resolve(entryOf(image, key)));
    if (width?.kind !== 'number' || height?.kind !== 'number') return 0;
    return (
      Math.max(0, width.number) * Math.max(0, height.number) * unfoldedBytesPerPixel(image, this.#resolve)
    );
  }
}

/** What the parts of a page before the next one named last. */
interface LeftOver {
  readonly names: ReadonlySet<string>;
  readonly isAnything: boolean;
}

/** @returns what may be meant behind a part, whichever of its stages is taken */
function leftBehind(stages: readonly DrawnNames[], before: LeftOver): LeftOver {
  const isPassedOn = stages.length === 0 || stages.some(({ left }) => left.isOfPartBefore);
  const names = new Set(stages.flatMap(({ left }) => [...left.names]));
  const isTooMany = isPassedOn && before.names.size + names.size > MOST_LEFT;
  return {
    names: isPassedOn && !isTooMany ? new Set([...names, ...before.names]) : names,
    isAnything: isTooMany || (isPassedOn && before.isAnything) || stages.some(({ left }) => left.isAnything),
  };
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
