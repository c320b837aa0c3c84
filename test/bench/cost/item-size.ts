import * as z from 'zod';

/** An attribute value as DynamoDB's protocol writes it in JSON; binary is base64. */
export type WireValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: boolean }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly L: readonly WireValue[] }
  | { readonly M: Readonly<Record<string, WireValue>> };

export type WireItem = Readonly<Record<string, WireValue>>;

const strings = z.array(z.string());
const wireValueSchema: z.ZodType<WireValue> = z.lazy(() =>
  z.union([
    z.object({ S: z.string() }),
    z.object({ N: z.string() }),
    z.object({ B: z.string() }),
    z.object({ BOOL: z.boolean() }),
    z.object({ NULL: z.boolean() }),
    z.object({ SS: strings }),
    z.object({ NS: strings }),
    z.object({ BS: strings }),
    z.object({ L: z.array(wireValueSchema) }),
    z.object({ M: z.record(z.string(), wireValueSchema) }),
  ]),
);
export const wireItemSchema: z.ZodType<WireItem> = z.record(z.string(), wireValueSchema);

const LONGEST_NUMBER_BYTES = 21;
const COLLECTION_BYTES = 3;

/**
 * The size that DynamoDB counts for an item, in bytes: names and values, without the 100 bytes an index entry takes in
 * storage. Source: "DynamoDB item sizes and formats", DynamoDB developer guide.
 */
export function itemSizeBytes(item: WireItem): number {
  return Object.entries(item).reduce(
    (bytes, [name, value]) => bytes + utf8Bytes(name) + valueSizeBytes(value),
    0,
  );
}

function valueSizeBytes(value: WireValue): number {
  if ('S' in value) return utf8Bytes(value.S);
  if ('N' in value) return numberSizeBytes(value.N);
  if ('B' in value) return binaryBytes(value.B);
  if ('BOOL' in value || 'NULL' in value) return 1;
  if ('SS' in value) return total(value.SS.map(utf8Bytes));
  if ('NS' in value) return total(value.NS.map(numberSizeBytes));
  if ('BS' in value) return total(value.BS.map(binaryBytes));
  // Each element of a list or map takes one byte more than itself.
  if ('L' in value) return COLLECTION_BYTES + total(value.L.map((element) => 1 + valueSizeBytes(element)));
  return COLLECTION_BYTES + itemSizeBytes(value.M) + Object.keys(value.M).length;
}

/** One byte for two significant digits, one for the exponent, one for a minus. */
function numberSizeBytes(text: string): number {
  const [mantissa = ''] = text.toLowerCase().split('e');
  const significant = mantissa.replace(/\D/g, '').replace(/^0+|0+$/g, '');
  const bytes = Math.ceil(significant.length / 2) + 1 + (mantissa.startsWith('-') ? 1 : 0);
  return Math.min(bytes, LONGEST_NUMBER_BYTES);
}

function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function binaryBytes(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0);
}
