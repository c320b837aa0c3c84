import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';

export const limits = { maxFileBytes: 500 * 1024 * 1024, maxPages: 40 };

/** A PDF of blank pages; with object streams its bookkeeping is compressed, as most scanners write it. */
export async function pdfOf(
  pageCount: number,
  useObjectStreams: boolean,
  size: [number, number] = [595, 842],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pageCount; page++) document.addPage(size);
  return document.save({ useObjectStreams, addDefaultPage: false });
}

export async function encryptedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
  return document.save({ useObjectStreams: false });
}

const grey = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#dddddd',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

export const jpegOf = (width: number, height: number, progressive = false): Promise<Uint8Array> =>
  grey(width, height).jpeg({ progressive }).toBuffer();
export const pngOf = (width: number, height: number): Promise<Uint8Array> =>
  grey(width, height).png().toBuffer();
export const tiffOf = (width: number, height: number): Promise<Uint8Array> =>
  grey(width, height).tiff({ compression: 'lzw', bigtiff: false }).toBuffer();

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/**
 * A PDF with a classic cross-reference table, from the text of its objects (1, 2, ...): `objects[0]` is the catalogue.
 */
export function pdfFromObjects(objects: readonly string[], trailer = '', before = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${offset.toString().padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(before + text);
}

/** A PDF whose only object stream inflates to `inflatedBytes`. */
export function pdfBomb(inflatedBytes: number): Uint8Array {
  const header = '1 0 2 30 3 60 ';
  const data = Buffer.alloc(inflatedBytes, 0x20);
  data.write(header);
  data.write('<< /Type /Catalog /Pages 2 0 R >>', header.length);
  const compressed = deflateSync(data);
  const fileHeader = Buffer.from('%PDF-1.7\n');
  const parts: Buffer[] = [fileHeader];
  parts.push(
    Buffer.from(
      `4 0 obj\n<< /Type /ObjStm /N 3 /First ${header.length} /Filter /FlateDecode /Length ${compressed.length} >>\nstream\n`,
    ),
    compressed,
    Buffer.from('\nendstream\nendobj\n'),
  );
  const tableOffset = parts.reduce((sum, { length }) => sum + length, 0);
  const row = (type: number, second: number, third: number): number[] => [
    type,
    second >> 8,
    second & 255,
    third,
  ];
  const table = Buffer.from(
    [row(0, 0, 0), row(2, 4, 0), row(2, 4, 1), row(2, 4, 2), row(1, fileHeader.length, 0)].flat(),
  );
  parts.push(
    Buffer.from(
      `5 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Length ${table.length} >>\nstream\n`,
    ),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${tableOffset}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A TIFF (little endian) of white one-strip pages; `nextOf` may bend the chain of directories. */
export function tiffOfPages(
  pageCount: number,
  nextOf: (page: number, offset: number | undefined) => number = (_, next) => next ?? 0,
): Uint8Array {
  const entries: readonly (readonly [number, number])[] = [
    [256, 8],
    [257, 8],
    [273, 8],
    [279, 8],
  ];
  const directoryBytes = 2 + entries.length * 12 + 4;
  const offsetOf = (page: number): number => 16 + page * directoryBytes;
  const bytes = Buffer.alloc(16 + pageCount * directoryBytes);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(pageCount === 0 ? 0 : offsetOf(0), 4);
  for (let page = 0; page < pageCount; page++) {
    let at = offsetOf(page);
    bytes.writeUInt16LE(entries.length, at);
    at += 2;
    for (const [tag, value] of entries) {
      bytes.writeUInt16LE(tag, at);
      bytes.writeUInt16LE(4, at + 2);
      bytes.writeUInt32LE(1, at + 4);
      bytes.writeUInt32LE(value, at + 8);
      at += 12;
    }
    bytes.writeUInt32LE(nextOf(page, page + 1 < pageCount ? offsetOf(page + 1) : undefined), at);
  }
  return new Uint8Array(bytes);
}
