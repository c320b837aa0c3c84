import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { hiddenFormsPdf, nestedFormsPdf } from '../../support/hostile-pdfs.ts';
import { pdfFromObjects } from '../../unit/intake/domain/support/fixtures.ts';
import {
  CATALOGUE,
  packedPdf,
  PAGE,
  treeOf,
  updatedPdf,
} from '../../unit/intake/domain/support/pdf-writer.ts';

/** A PDF of pdf-lib, without the time of its making: seeds are the same on every run. */
async function libraryPdf(pages: number, useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page++)
    document.addPage([595, 842]).drawRectangle({ width: 90, height: 20 });
  return document.save({ useObjectStreams, addDefaultPage: false });
}

const streamOf = (entries: string, data: string): string =>
  `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;

/** A scan as scanners write it: each page an image. */
function scanPdf(): Uint8Array {
  const pixels = deflateSync(Buffer.alloc(64 * 64, 200)).toString('latin1');
  const image =
    '/Type /XObject /Subtype /Image /Width 64 /Height 64 /BitsPerComponent 8 /ColorSpace /DeviceGray';
  const page = `<< /Type /Page /Parent 2 0 R /Resources << /XObject << /I 5 0 R >> >> /Contents 6 0 R >>`;
  return pdfFromObjects([
    CATALOGUE,
    '<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] /MediaBox [0 0 595 842] >>',
    page,
    page,
    streamOf(`${image} /Filter /FlateDecode`, pixels),
    streamOf('', 'q 595 0 0 842 0 0 cm /I Do Q'),
  ]);
}

/** A tree of two levels, lengths and boxes of their own, and a page that is listed twice. */
function deepPdf(): Uint8Array {
  return pdfFromObjects([
    CATALOGUE,
    '<< /Type /Pages /Count 4 /Kids [3 0 R 4 0 R 5 0 R] /Resources << >> >>',
    '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [5 0 R 5 0 R] >>',
    PAGE,
    '<< /Type /Page /Parent 3 0 R /MediaBox 6 0 R /Contents 7 0 R /UserUnit 1.5 >>',
    '[0 0 595 842]',
    '<< /Length 8 0 R >>\nstream\n0 0 9 9 re f\nendstream',
    '12',
  ]);
}

/** A page with a form that has a form, a mask and a pattern. */
function layeredPdf(): Uint8Array {
  const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9]';
  return pdfFromObjects([
    CATALOGUE,
    treeOf(3),
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /F 4 0 R >> /Pattern << /P 6 0 R >> >> /Contents 7 0 R >>',
    streamOf(`${form} /Resources << /XObject << /G 5 0 R >> >>`, '/G Do'),
    streamOf(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 8 0 R',
      'abcd',
    ),
    streamOf('/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9', '0 0 1 1 re f'),
    streamOf('', '/F Do'),
    streamOf(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      'dcba',
    ),
  ]);
}

export async function pdfSeeds(): Promise<readonly Uint8Array[]> {
  return [
    scanPdf(),
    deepPdf(),
    layeredPdf(),
    nestedFormsPdf({ pagesAround: 1 }),
    hiddenFormsPdf(),
    updatedPdf().bytes,
    packedPdf(deflateSync),
    packedPdf(deflateSync, { columns: 4 }),
    pdfFromObjects([CATALOGUE, treeOf(3), PAGE], '', '\n\n'),
    await libraryPdf(1, false),
    await libraryPdf(3, true),
    pdfFromObjects([
      CATALOGUE,
      treeOf(...Array.from({ length: 40 }, (_, page) => page + 3)),
      ...Array.from({ length: 40 }, () => PAGE),
    ]),
  ];
}
