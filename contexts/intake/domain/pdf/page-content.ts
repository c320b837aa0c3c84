import { FileFault } from '../file-fault.ts';
import { contentFilterOf } from './content-filters.ts';
import { entryOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';

const END = Buffer.from('endstream');
/** More of one within the other than any writer uses. */
const MOST_FILTERS = 4;

type Resolve = (value: PdfValue) => PdfValue;

/**
 * All that the content of a page or form may be for who draws it: as it stands in the file, and without each of its packings. A
 * reader draws what stands there wherever a packing cannot be undone or is none of contents, and readers do not agree where.
 * @param data from where the stream begins to the end of the file
 * @throws FileFault `TOO_COMPLEX` where all of it is longer than `mostBytes`, or packed as no writer packs contents
 */
export function contentStages(
  stream: PdfDictionary,
  data: Uint8Array,
  resolve: Resolve,
  mostBytes: number,
): readonly Uint8Array[] {
  const length = resolve(entryOf(stream, 'Length'));
  const isLengthBeyond = length.kind === 'number' && length.number > data.byteLength;
  const plain = plainContent(data, isLengthBeyond ? { kind: 'null' } : length);
  const stages = [plain];
  let bytesLeft = mostBytes - plain.byteLength;
  if (bytesLeft < 0) throw new FileFault('TOO_COMPLEX');
  for (const [index, name] of filtersOf(stream, resolve).entries()) {
    if (name === 'Crypt') continue;
    const undo = contentFilterOf(name);
    if (undo === undefined) break;
    // Packed data know their end: a length that is too short does not end them for every reader.
    const packed = index === 0 && undo === contentFilterOf('FlateDecode') ? data : stages.at(-1);
    const content = undo(packed ?? plain, bytesLeft);
    bytesLeft -= content.byteLength;
    stages.push(content);
  }
  return stages;
}

/** @throws FileFault `TOO_COMPLEX` where there are too many, or rows are predicted, which is for tables and pictures */
function filtersOf(stream: PdfDictionary, resolve: Resolve): readonly string[] {
  const filter = resolve(entryOf(stream, 'Filter'));
  const filters = filter.kind === 'array' ? filter.items.map(resolve) : [filter];
  if (filters.length > MOST_FILTERS) throw new FileFault('TOO_COMPLEX');
  const parameters = resolve(entryOf(stream, 'DecodeParms'));
  const isPredicted = (parameters.kind === 'array' ? parameters.items : [parameters])
    .slice(0, MOST_FILTERS)
    .map(resolve)
    .some((one) => {
      const predictor = one.kind === 'dictionary' ? resolve(entryOf(one, 'Predictor')) : one;
      return one.kind === 'dictionary' && predictor.kind === 'number' && predictor.number > 1;
    });
  if (isPredicted) throw new FileFault('TOO_COMPLEX');
  return filters.flatMap((one) => (one.kind === 'name' ? [one.name] : []));
}

/**
 * The data of a stream up to where its length ends or the word that ends it stands, whichever is further: readers differ.
 * @param data from where the stream begins to the end of the file
 */
export function plainContent(data: Uint8Array, length: PdfValue): Uint8Array {
  const word = Buffer.from(data.buffer, data.byteOffset, data.byteLength).indexOf(END);
  return data.subarray(
    0,
    Math.max(word < 0 ? data.byteLength : word, length.kind === 'number' ? length.number : 0),
  );
}
