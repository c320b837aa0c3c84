/** Puts a PDF together piece by piece, and knows where each object begins. */
export class PdfWriter {
  readonly #parts: Buffer[] = [];
  readonly #offsets = new Map<number, number>();
  #length = 0;

  constructor(header = '%PDF-1.7\n') {
    this.write(header);
  }

  get length(): number {
    return this.#length;
  }

  write(text: string | Uint8Array): this {
    const part = typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text);
    this.#parts.push(part);
    this.#length += part.length;
    return this;
  }

  object(number: number, value: string): this {
    this.#offsets.set(number, this.#length);
    return this.write(`${number} 0 obj\n${value}\nendobj\n`);
  }

  stream(number: number, entries: string, data: string | Uint8Array): this {
    this.#offsets.set(number, this.#length);
    const { length } = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    return this.write(`${number} 0 obj\n<< ${entries} /Length ${length} >>\nstream\n`)
      .write(data)
      .write('\nendstream\nendobj\n');
  }

  /** Rows of a table or, three bytes wide each, of a cross-reference stream. */
  offsetOf(number: number): number {
    return this.#offsets.get(number) ?? 0;
  }

  /** A table of all objects up to `size` that were written, and its trailer. */
  table(size: number, trailer = '/Root 1 0 R', shift = 0): this {
    const rows = Array.from({ length: size }, (_, number) => {
      const offset = this.#offsets.get(number);
      return offset === undefined
        ? `0000000000 65535 f \n`
        : `${String(offset + shift).padStart(10, '0')} 00000 n \n`;
    });
    return this.write(`xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} ${trailer} >>\n`);
  }

  end(startOffset: number): this {
    return this.write(`startxref\n${startOffset}\n%%EOF\n`);
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}

export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
export const treeOf = (...pages: readonly number[]): string =>
  `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`;
export const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** A PDF of two pages, followed by an update that adds a third. */
export function updatedPdf(): { readonly bytes: Uint8Array; readonly firstEnd: number } {
  const writer = new PdfWriter().object(1, CATALOGUE).object(2, treeOf(3, 4)).object(3, PAGE).object(4, PAGE);
  const first = writer.length;
  writer.table(5).end(first);
  const firstEnd = writer.length;
  writer.object(2, treeOf(3, 4, 5)).object(5, PAGE);
  const second = writer.length;
  writer.table(6, `/Root 1 0 R /Prev ${first}`).end(second);
  return { bytes: writer.bytes(), firstEnd };
}

/** A PDF of one page whose objects are in an object stream, and located by a cross-reference stream, as `pack` packs them. */
export function packedPdf(
  pack: (data: Uint8Array) => Uint8Array,
  { columns }: { readonly columns?: number } = {},
): Uint8Array {
  const objects = [CATALOGUE, treeOf(3), PAGE];
  let at = 0;
  const header = objects.map((object, index) => {
    const entry = `${index + 1} ${at}`;
    at += object.length + 1;
    return entry;
  });
  const first = `${header.join(' ')} `;
  const writer = new PdfWriter().stream(
    4,
    `/Type /ObjStm /N 3 /First ${first.length} /Filter /FlateDecode`,
    pack(Buffer.from(`${first}${objects.join(' ')} `, 'latin1')),
  );
  const start = writer.length;
  const rows = [0, 1, 2, 3, 4].map((number) => {
    if (number === 0) return [0, 0, 0, 0];
    return number === 4 ? [1, 0, writer.offsetOf(4), 0] : [2, 0, 4, number - 1];
  });
  const data = rows.flatMap((row) => (columns === undefined ? row : [0, ...row]));
  const parameters = columns === undefined ? '' : `/DecodeParms << /Predictor 12 /Columns ${columns} >>`;
  writer.stream(
    5,
    `/Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode ${parameters}`,
    pack(Buffer.from(data)),
  );
  return writer.end(start).bytes();
}
