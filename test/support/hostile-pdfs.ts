import { pdfFromObjects } from '../unit/intake/domain/support/fixtures.ts';

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const page = (content: number, resources = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents ${content} 0 R >>`;
const stream = (text: string, entries = '') =>
  `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`;
const form = (text: string, resources = '') =>
  stream(text, `/Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`);

/** Forms that draw the next one ten times each: eight deep, that is for ever. Before and behind it, pages as usual ones are. */
export function nestedFormsPdf({ pagesAround }: { readonly pagesAround: 0 | 1 }): Uint8Array {
  const kids = pagesAround === 0 ? '4 0 R' : '3 0 R 4 0 R 3 0 R';
  return pdfFromObjects([
    CATALOGUE,
    `<< /Type /Pages /Count ${pagesAround === 0 ? 1 : 3} /Kids [${kids}] >>`,
    page(5),
    page(6, '/XObject << /F 7 0 R >>'),
    stream('0 0 100 100 re f'),
    stream('/F Do'),
    ...Array.from({ length: 8 }, (_, depth) =>
      form('/F Do '.repeat(10), `/XObject << /F ${depth + 8} 0 R >>`),
    ),
    form('0 0 1 1 re f'),
  ]);
}

/** The same in ways that a reader finds and who adds up may miss: another packing, a name in one part and its drawing in the next. */
export function hiddenFormsPdf(): Uint8Array {
  const hex = `${Buffer.from('/F').toString('hex')}>`;
  return pdfFromObjects([
    CATALOGUE,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] /Resources << /XObject << /F 6 0 R >> >> >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 5 0 R] >>',
    stream(hex, '/Filter /ASCIIHexDecode'),
    stream('% /G\n Do'),
    ...Array.from({ length: 8 }, (_, depth) =>
      form('(F) Do '.repeat(10), `/XObject << /F ${depth + 7} 0 R >>`),
    ),
    form('0 0 1 1 re f'),
  ]);
}

/** An image that says its size in the midst of what is drawn, where intake does not look. */
export const inlineImagePdf = (): Uint8Array =>
  pdfFromObjects([
    CATALOGUE,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    page(4),
    stream('q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB /F /Fl ID xxx EI Q'),
  ]);

/** A page tree that leads to itself. */
export const loopedPdf = (): Uint8Array =>
  pdfFromObjects([CATALOGUE, '<< /Type /Pages /Count 1 /Kids 3 0 R >>', '[ << /Kids 3 0 R >> ]']);

/** One page for who counts them, three for who believes what is written. */
export const miscountedPdf = (): Uint8Array =>
  pdfFromObjects([
    CATALOGUE,
    '<< /Type /Pages /Count 3 /Kids [3 0 R] >>',
    page(4),
    stream('0 0 100 100 re f'),
  ]);
