import { FileFault } from '../file-fault.ts';
import type { FileLimits } from '../quarantine-reason.ts';
import { PdfFile } from './pdf-file.ts';
import { entryOf, integerOf, pdfNull, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** Nodes of the page tree besides the pages themselves. */
const MAX_INNER_NODES = 10_000;

interface PageNode {
  readonly value: PdfValue;
  readonly mediaBox: PdfValue;
  readonly resources: PdfValue;
}

/** Entry of a page that it has from a parent unless it says it itself (ISO 32000-1, table 30). */
function inherited(node: PdfDictionary, key: string, parent: PdfValue): PdfValue {
  const own = entryOf(node, key);
  return own.kind === 'null' ? parent : own;
}

function demandPageSize(file: PdfFile, page: PdfDictionary, mediaBox: PdfValue, limits: FileLimits): void {
  const box = file.resolve(mediaBox);
  // Readers take a page without a size for US Letter.
  if (box.kind !== 'array') return;
  const [left, bottom, right, top] = box.items.map((item) => {
    const side = file.resolve(item);
    if (side.kind !== 'number') throw new FileFault('DAMAGED');
    return side.number;
  });
  if (left === undefined || bottom === undefined || right === undefined || top === undefined)
    throw new FileFault('DAMAGED');
  const unit = file.resolve(entryOf(page, 'UserUnit'));
  const scale = unit.kind === 'number' ? unit.number : 1;
  const longestSide = Math.max(Math.abs(right - left), Math.abs(top - bottom)) * scale;
  if (longestSide > limits.maxPagePoints) throw new FileFault('PAGE_TOO_LARGE');
}

/** An image may have no more pixels than the largest that a page can be: it would be decoded to be read. */
function demandImageSizes(
  file: PdfFile,
  resources: PdfValue,
  limits: FileLimits,
  checked: Set<PdfValue>,
): void {
  const dictionary = file.resolve(resources);
  if (dictionary.kind !== 'dictionary' || checked.has(dictionary)) return;
  checked.add(dictionary);
  const objects = file.resolve(entryOf(dictionary, 'XObject'));
  if (objects.kind !== 'dictionary') return;
  for (const reference of objects.entries.values()) {
    const object = file.resolve(reference);
    if (object.kind !== 'dictionary') continue;
    const pixels = (integerOf(object, 'Width') ?? 0) * (integerOf(object, 'Height') ?? 0);
    if (pixels > limits.maxSidePixels * limits.maxSidePixels) throw new FileFault('PAGE_TOO_LARGE');
  }
}

function countPages(file: PdfFile, root: PdfValue, limits: FileLimits): number {
  const pending: PageNode[] = [{ value: root, mediaBox: pdfNull, resources: pdfNull }];
  const visited = new Set<number>();
  const checked = new Set<PdfValue>();
  let pages = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.value.kind === 'reference') {
      if (visited.has(node.value.objectNumber)) throw new FileFault('DAMAGED');
      visited.add(node.value.objectNumber);
    }
    const dictionary = file.resolve(node.value);
    if (dictionary.kind !== 'dictionary') throw new FileFault('DAMAGED');
    const mediaBox = inherited(dictionary, 'MediaBox', node.mediaBox);
    const resources = inherited(dictionary, 'Resources', node.resources);
    const kids = file.resolve(entryOf(dictionary, 'Kids'));
    if (kids.kind === 'array') {
      if (pending.length + kids.items.length > limits.maxPages + MAX_INNER_NODES)
        throw new FileFault('TOO_MANY_PAGES');
      for (const kid of kids.items) pending.push({ value: kid, mediaBox, resources });
    } else {
      pages += 1;
      if (pages > limits.maxPages) throw new FileFault('TOO_MANY_PAGES');
      demandPageSize(file, dictionary, mediaBox, limits);
      demandImageSizes(file, resources, limits, checked);
    }
    if (visited.size > limits.maxPages + MAX_INNER_NODES) throw new FileFault('DAMAGED');
  }
  return pages;
}

/**
 * Counts the pages of a PDF by walking its page tree through the cross-reference table, exactly as the file gives it:
 * nothing is repaired, no page content is decoded.
 * @throws FileFault `INCOMPLETE`, `DAMAGED`, `ENCRYPTED`, `XFA_FORM`, `NO_PAGES`, `TOO_MANY_PAGES` or `PAGE_TOO_LARGE`.
 */
export function inspectPdf(bytes: Uint8Array, limits: FileLimits): { readonly pageCount: number } {
  const file = new PdfFile(bytes);
  if (file.isEncrypted) throw new FileFault('ENCRYPTED');
  const catalogue = file.catalogue;
  const form = file.resolve(entryOf(catalogue, 'AcroForm'));
  if (form.kind === 'dictionary' && entryOf(form, 'XFA').kind !== 'null') throw new FileFault('XFA_FORM');
  const pages = entryOf(catalogue, 'Pages');
  if (file.resolve(pages).kind !== 'dictionary') throw new FileFault('DAMAGED');
  const pageCount = countPages(file, pages, limits);
  if (pageCount === 0) throw new FileFault('NO_PAGES');
  return { pageCount };
}
