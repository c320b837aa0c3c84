import { drawBarcode, drawStamp } from '../drawing/marks.ts';
import { PAGE_WIDTH, type PagePen, type TextStyle } from '../drawing/page-pen.ts';
import { seededRandom } from '../random.ts';

/** A pharmacy's invoice with the bar codes of the boxes. */
export interface PharmacyInvoice {
  readonly kind: 'pharmacy-invoice';
  readonly pharmacy: string;
  readonly city: string;
  /** 15 digits. */
  readonly ice: string;
  readonly number: string;
  /** JJ/MM/AAAA. */
  readonly date: string;
  readonly customer: string;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly price: string;
    readonly amount: string;
  }[];
  readonly total: string;
}

const COLUMNS = [60, 400, 480, 600, PAGE_WIDTH - 60] as const;
const STYLE: TextStyle = { font: 'noto-sans', size: 12 };

export function drawPharmacyInvoice(pen: PagePen, page: PharmacyInvoice, seed: number): void {
  const random = seededRandom(seed);
  pen.text(60, 66, page.pharmacy, { ...STYLE, size: 18, weight: 700 });
  pen.text(60, 88, `${page.city} - ICE : ${page.ice}`, STYLE);
  pen.arabic(PAGE_WIDTH - 60, 68, 'صيدلية', 20, 700);
  pen.text(60, 140, `FACTURE N° ${page.number}`, { ...STYLE, size: 16, weight: 700 });
  pen.text(PAGE_WIDTH - 60, 140, `Date : ${page.date}`, { ...STYLE, align: 'right' });
  pen.text(60, 166, `Client : ${page.customer}`, STYLE);
  const top = 195;
  const bottom = top + 30 * (page.lines.length + 2);
  pen.rectangle(COLUMNS[0], top, COLUMNS[4] - COLUMNS[0], bottom - top, { stroke: 1.2 });
  drawRow(pen, top + 20, ['Désignation', 'Qté', 'P.U. (DH)', 'Montant (DH)'], 700);
  page.lines.forEach((line, index) => {
    const y = top + 30 * (index + 1);
    pen.line(COLUMNS[0], y, COLUMNS[4], y);
    drawRow(pen, y + 20, [line.name, line.quantity.toString(), line.price, line.amount], 400);
  });
  pen.line(COLUMNS[0], bottom - 30, COLUMNS[4], bottom - 30);
  for (const x of COLUMNS.slice(1, 4)) pen.line(x, top, x, bottom - 30);
  pen.text(COLUMNS[3] - 10, bottom - 10, 'TOTAL TTC :', { ...STYLE, weight: 700, align: 'right' });
  pen.text(COLUMNS[4] - 8, bottom - 10, page.total, { ...STYLE, weight: 700, align: 'right' });
  page.lines.forEach((_, index) => {
    const x = 70 + index * 170;
    drawBarcode(pen, x, bottom + 60, 130, 44, random);
    pen.text(x + 65, bottom + 120, `6118${random.digits(9)}`, { ...STYLE, size: 11, align: 'center' });
  });
  drawStamp(pen, 570, bottom + 220, [page.pharmacy, page.city], random);
  pen.text(60, 1080, 'Document de test synthétique, sans valeur.', { ...STYLE, size: 9 });
}

function drawRow(
  pen: PagePen,
  baseline: number,
  cells: readonly [string, string, string, string],
  weight: 400 | 700,
): void {
  pen.text(COLUMNS[0] + 8, baseline, cells[0], { ...STYLE, weight });
  pen.text(COLUMNS[2] - 8, baseline, cells[1], { ...STYLE, weight, align: 'right' });
  pen.text(COLUMNS[3] - 8, baseline, cells[2], { ...STYLE, weight, align: 'right' });
  pen.text(COLUMNS[4] - 8, baseline, cells[3], { ...STYLE, weight, align: 'right' });
}
