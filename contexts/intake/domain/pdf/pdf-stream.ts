import { FileFault } from '../file-fault.ts';
import { entryOf, integerOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';
import type { ReadBudget } from './read-budget.ts';

function firstOf(value: PdfValue): PdfValue {
  return value.kind === 'array' && value.items.length === 1 ? (value.items[0] ?? value) : value;
}

function paeth(left: number, above: number, aboveLeft: number): number {
  const estimate = left + above - aboveLeft;
  const byLeft = Math.abs(estimate - left);
  const byAbove = Math.abs(estimate - above);
  const byAboveLeft = Math.abs(estimate - aboveLeft);
  if (byLeft <= byAbove && byLeft <= byAboveLeft) return left;
  return byAbove <= byAboveLeft ? above : aboveLeft;
}

/** What the PNG filter of a row (PNG specification, section 9) adds to a byte; one byte a sample, as tables have. */
function predicted(filter: number, left: number, above: number, aboveLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter === 4) return paeth(left, above, aboveLeft);
  throw new FileFault('DAMAGED');
}

function undoPngPrediction(data: Uint8Array, columns: number): Uint8Array {
  const rowBytes = columns + 1;
  if (columns < 1) throw new FileFault('DAMAGED');
  // Some writers leave the last row short, or a byte behind it.
  const rows = Math.ceil(data.byteLength / rowBytes);
  const plain = new Uint8Array(data.byteLength - rows);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * rowBytes] ?? 0;
    for (let column = 0; column < columns && row * columns + column < plain.length; column++) {
      const at = row * columns + column;
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0;
      const above = row > 0 ? (plain[at - columns] ?? 0) : 0;
      const aboveLeft = row > 0 && column > 0 ? (plain[at - columns - 1] ?? 0) : 0;
      plain[at] = (data[row * rowBytes + 1 + column] ?? 0) + predicted(filter, left, above, aboveLeft);
    }
  }
  return plain;
}

/**
 * Decodes a bookkeeping stream (cross-reference or object stream): plain or Flate, with or without PNG prediction, which
 * is all that PDF writers use for these.
 * @throws FileFault `DAMAGED` for other filters, broken data or too much of it.
 */
export function decodeTableStream(
  dictionary: PdfDictionary,
  raw: Uint8Array,
  budget: ReadBudget,
): Uint8Array {
  const filter = firstOf(entryOf(dictionary, 'Filter'));
  if (filter.kind === 'null') return raw;
  if (filter.kind !== 'name' || filter.name !== 'FlateDecode') throw new FileFault('DAMAGED');
  const inflated = budget.inflate(raw);
  const parameters = firstOf(entryOf(dictionary, 'DecodeParms'));
  if (parameters.kind !== 'dictionary') return inflated;
  const predictor = integerOf(parameters, 'Predictor') ?? 1;
  if (predictor === 1) return inflated;
  const isOneByteASample =
    (integerOf(parameters, 'Colors') ?? 1) === 1 && (integerOf(parameters, 'BitsPerComponent') ?? 8) === 8;
  if (predictor < 10 || !isOneByteASample) throw new FileFault('DAMAGED');
  return undoPngPrediction(inflated, integerOf(parameters, 'Columns') ?? 1);
}
