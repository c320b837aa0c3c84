import { type FileLimits, textractFileLimits } from '#claims';
import { FileFault } from '../file-fault.ts';
import { DrawingLoad } from './drawing-load.ts';
import { ImageSizes } from './image-sizes.ts';
import { PdfFile } from './pdf-file.ts';
import { entryOf, pdfNull, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** Nodes of the page tree besides the pages themselves. */
const MAX_INNER_NODES = 10_000;

/** More pages than OCR takes in one file. */
const MOST_PAGES = 3_000;

/** A node that has others below it. */
interface InnerNode {
  /** How many pages it says there are below it; undefined where it says nothing. */
  readonly saidPages: number | undefined;
  foundPages: number;
  readonly parent: InnerNode | undefined;
}

interface PageNode {
  readonly value: PdfValue;
  readonly parent: InnerNode | undefined;
  readonly mediaBox: PdfValue;
  readonly resources: PdfValue;
}

/** Entry of a page that it has from a parent unless it says it itself (ISO 32000-1, table 30). */
function inherited(file: PdfFile, node: PdfDictionary, key: string, parent: PdfValue): PdfValue {
  const own = file.resolve(entryOf(node, key));
  return own.kind === 'null' ? parent : entryOf(node, key);
}

/** Resources as readers find them: those of the nearest that a page or node names as its parent, whoever lists it. */
class NamedParents {
  readonly #file: PdfFile;
  readonly #found = new Map<PdfValue, PdfValue>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  resourcesOf(page: PdfDictionary): PdfValue {
    const below = new Set<PdfValue>();
    let resources: PdfValue = pdfNull;
    for (let node: PdfValue = page; node.kind === 'dictionary' && !below.has(node);) {
      const known = this.#found.get(node);
      resources = known ?? this.#file.resolve(entryOf(node, 'Resources'));
      if (known !== undefined || resources.kind !== 'null') break;
      below.add(node);
      node = this.#file.resolve(entryOf(node, 'Parent'));
    }
    for (const node of below) this.#found.set(node, resources);
    return resources;
  }
}

/** Readers take a page whose size is missing or not four numbers for US Letter. */
function demandPageSize(file: PdfFile, page: PdfDictionary, mediaBox: PdfValue, limits: FileLimits): void {
  const box = file.resolve(mediaBox);
  if (box.kind !== 'array') return;
  const sides = box.items.flatMap((item) => {
    const side = file.resolve(item);
    return side.kind === 'number' ? [side.number] : [];
  });
  const [left, bottom, right, top] = sides;
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return;
  const unit = file.resolve(entryOf(page, 'UserUnit'));
  const scale = unit.kind === 'number' ? unit.number : 1;
  const longestSide = Math.max(Math.abs(right - left), Math.abs(top - bottom)) * scale;
  if (longestSide > limits.maxPagePoints) throw new FileFault('PAGE_TOO_LARGE');
}

/** Readers go by this number to the page that they want, and past those that it leaves out. */
function saidPagesOf(file: PdfFile, node: PdfDictionary): number | undefined {
  const count = file.resolve(entryOf(node, 'Count'));
  return count.kind === 'number' ? count.number : undefined;
}

/** @returns what the images of each page unfold to, in bytes, in the order of the pages */
function walkPages(file: PdfFile, root: PdfValue, limits: FileLimits): readonly number[] {
  const pending: PageNode[] = [{ value: root, parent: undefined, mediaBox: pdfNull, resources: pdfNull }];
  const innerNodes = new Map<PdfValue, InnerNode>();
  const images = new ImageSizes(file, limits);
  const load = new DrawingLoad(file, limits);
  const namedParents = new NamedParents(file);
  const imageBytes: number[] = [];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const dictionary = file.resolve(node.value);
    if (dictionary.kind !== 'dictionary') throw new FileFault('DAMAGED');
    const mediaBox = inherited(file, dictionary, 'MediaBox', node.mediaBox);
    const resources = inherited(file, dictionary, 'Resources', node.resources);
    const kids = file.resolve(entryOf(dictionary, 'Kids'));
    if (kids.kind === 'array') {
      // A page may be listed twice, and is shown twice. A part of the tree that is met twice leads to itself.
      if (innerNodes.has(dictionary)) throw new FileFault('DAMAGED');
      const inner = { saidPages: saidPagesOf(file, dictionary), foundPages: 0, parent: node.parent };
      innerNodes.set(dictionary, inner);
      if (innerNodes.size > limits.maxPages + MAX_INNER_NODES) throw new FileFault('DAMAGED');
      if (pending.length + kids.items.length > limits.maxPages + MAX_INNER_NODES)
        throw new FileFault('TOO_MANY_PAGES');
      for (const kid of kids.items) pending.push({ value: kid, parent: inner, mediaBox, resources });
    } else {
      if (imageBytes.length >= limits.maxPages) throw new FileFault('TOO_MANY_PAGES');
      for (let above = node.parent; above !== undefined; above = above.parent) above.foundPages += 1;
      demandPageSize(file, dictionary, mediaBox, limits);
      const either = new Set([file.resolve(resources), namedParents.resourcesOf(dictionary)]);
      imageBytes.push(
        Math.max(
          ...[...either].map((one) => {
            images.demandWithin(one);
            return load.demandWithin(dictionary, one);
          }),
        ),
      );
    }
  }
  const isMisleading = ({ saidPages, foundPages }: InnerNode): boolean =>
    saidPages !== undefined && saidPages !== foundPages;
  if ([...innerNodes.values()].some(isMisleading)) throw new FileFault('PAGE_COUNT_UNCLEAR');
  // The last part of the tree was walked first.
  return imageBytes.reverse();
}

function isDynamicForm(file: PdfFile, catalogue: PdfDictionary): boolean {
  const form = file.resolve(entryOf(catalogue, 'AcroForm'));
  if (form.kind !== 'dictionary') return false;
  const xfa = file.resolve(entryOf(form, 'XFA'));
  // What leads to nothing is null, and no form either.
  const parts = xfa.kind === 'array' ? xfa.items : [xfa];
  return parts.some((part) => file.resolve(part).kind !== 'null');
}

function imageBytesIn(bytes: Uint8Array, limits: FileLimits): readonly number[] {
  const file = new PdfFile(bytes);
  if (file.isEncrypted) throw new FileFault('ENCRYPTED');
  const catalogue = file.catalogue;
  if (isDynamicForm(file, catalogue)) throw new FileFault('XFA_FORM');
  const pages = entryOf(catalogue, 'Pages');
  if (file.resolve(pages).kind !== 'dictionary') throw new FileFault('DAMAGED');
  return walkPages(file, pages, limits);
}

/**
 * Counts the pages of a PDF by walking its page tree through the cross-reference table, exactly as the file gives it:
 * nothing is repaired, no page content is decoded.
 * @throws FileFault `INCOMPLETE`, `DAMAGED`, `ENCRYPTED`, `XFA_FORM`, `NO_PAGES`, `TOO_MANY_PAGES`, `PAGE_TOO_LARGE`, or
 *   `PAGE_COUNT_UNCLEAR` where a part of the tree has other pages than it says.
 */
export function inspectPdf(bytes: Uint8Array, limits: FileLimits): { readonly pageCount: number } {
  const pageCount = imageBytesIn(bytes, limits).length;
  if (pageCount === 0) throw new FileFault('NO_PAGES');
  return { pageCount };
}

/** What the images on each page of a PDF unfold to, in bytes; of a file that is refused, nothing is said. */
export function imageBytesOfPages(bytes: Uint8Array): readonly number[] {
  try {
    return imageBytesIn(bytes, {
      ...textractFileLimits,
      maxFileBytes: bytes.byteLength,
      maxPages: MOST_PAGES,
    });
  } catch (error) {
    if (error instanceof FileFault) return [];
    throw error;
  }
}
