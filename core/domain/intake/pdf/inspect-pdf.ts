import { FileFault } from '../file-fault.ts';
import type { FileLimits } from '../quarantine-reason.ts';
import { ImageSizes } from './image-sizes.ts';
import { PdfFile } from './pdf-file.ts';
import { entryOf, pdfNull, type PdfDictionary, type PdfValue } from './pdf-value.ts';

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

function countPages(file: PdfFile, root: PdfValue, limits: FileLimits): number {
  const pending: PageNode[] = [{ value: root, mediaBox: pdfNull, resources: pdfNull }];
  const innerNodes = new Set<PdfValue>();
  const images = new ImageSizes(file, limits);
  let pages = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const dictionary = file.resolve(node.value);
    if (dictionary.kind !== 'dictionary') throw new FileFault('DAMAGED');
    const mediaBox = inherited(dictionary, 'MediaBox', node.mediaBox);
    const resources = inherited(dictionary, 'Resources', node.resources);
    const kids = file.resolve(entryOf(dictionary, 'Kids'));
    if (kids.kind === 'array') {
      // A page may be listed twice, and is shown twice. A part of the tree that is met twice leads to itself.
      if (innerNodes.has(dictionary)) throw new FileFault('DAMAGED');
      innerNodes.add(dictionary);
      if (innerNodes.size > limits.maxPages + MAX_INNER_NODES) throw new FileFault('DAMAGED');
      if (pending.length + kids.items.length > limits.maxPages + MAX_INNER_NODES)
        throw new FileFault('TOO_MANY_PAGES');
      for (const kid of kids.items) pending.push({ value: kid, mediaBox, resources });
    } else {
      pages += 1;
      if (pages > limits.maxPages) throw new FileFault('TOO_MANY_PAGES');
      demandPageSize(file, dictionary, mediaBox, limits);
      images.demandWithin(resources);
    }
  }
  return pages;
}

function isDynamicForm(file: PdfFile, catalogue: PdfDictionary): boolean {
  const form = file.resolve(entryOf(catalogue, 'AcroForm'));
  if (form.kind !== 'dictionary') return false;
  const xfa = file.resolve(entryOf(form, 'XFA'));
  // What leads to nothing is null, and no form either.
  const parts = xfa.kind === 'array' ? xfa.items : [xfa];
  return parts.some((part) => file.resolve(part).kind !== 'null');
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
  if (isDynamicForm(file, catalogue)) throw new FileFault('XFA_FORM');
  const pages = entryOf(catalogue, 'Pages');
  if (file.resolve(pages).kind !== 'dictionary') throw new FileFault('DAMAGED');
  const pageCount = countPages(file, pages, limits);
  if (pageCount === 0) throw new FileFault('NO_PAGES');
  return { pageCount };
}
