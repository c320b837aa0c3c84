import { PAGE_WIDTH, type TextStyle } from '../../drawing/page-pen.ts';
import type { ClaimOnForm } from '../claim/any-claim.ts';
import { printDate } from '../content/print-styles.ts';
import type { InvoiceDesign } from '../design/pharmacy-design.ts';
import { arabicLabel, frenchLabel, type FormBrush } from './form-brush.ts';
import { glueLabels } from './glued-labels.ts';
import { drawMedicines } from './medicines-table.ts';
import type { PharmacyInput } from './pharmacy-part.ts';
import { beside, latinPiece } from './piece.ts';
import { drawRubberStamp } from './rubber-stamp.ts';

const MARGIN = 58;

/** Draws a pharmacy's own invoice, with the labels of the boxes where they are glued on it. */
export function drawInvoiceSheet(
  brush: FormBrush,
  claim: ClaimOnForm,
  { dispensing, content, own }: PharmacyInput,
  sheet: InvoiceDesign,
): void {
  const { pen, design, random } = brush;
  const { pharmacy } = dispensing;
  const font = design.fonts.label;
  const isCentred = sheet.head === 'centre';
  const x = isCentred ? PAGE_WIDTH / 2 : MARGIN;
  const align = isCentred ? ('center' as const) : ('left' as const);
  const width = PAGE_WIDTH - 2 * MARGIN;
  pen.text(x, 66, pharmacy.name, { font, size: 18, weight: 700, align, color: design.accent });
  pen.text(x, 88, pharmacy.place, { font, size: 12, align });
  if (!isCentred) {
    const arabic = arabicLabel(brush, 'pharmacySign', { size: 18, isBold: true });
    arabic.draw(PAGE_WIDTH - MARGIN - arabic.width, 68);
  }
  const plain: TextStyle = { font, size: 12 };
  beside(
    [
      latinPiece(pen, 'INPE :', plain),
      latinPiece(pen, pharmacy.inpe, { ...plain, field: 'pharmacie.facture.inpe' }),
    ],
    5,
  ).draw(MARGIN, 112);
  const title = beside(
    [
      frenchLabel(brush, 'invoiceTitle', { size: 15, isBold: true }),
      latinPiece(pen, content.invoiceNumber, { font, size: 15, weight: 700 }),
    ],
    7,
  );
  title.draw(MARGIN, 152);
  const date = beside(
    [
      frenchLabel(brush, 'invoiceDate', { size: 12, colon: ' :' }),
      latinPiece(pen, printDate(dispensing.day, design.date === 'iso' ? 'iso' : 'slash'), {
        ...plain,
        field: 'pharmacie.facture.date',
      }),
    ],
    6,
  );
  date.draw(PAGE_WIDTH - MARGIN - date.width, 152);
  if (sheet.isCustomerNamed)
    beside(
      [
        frenchLabel(brush, 'customer', { size: 12, colon: ' :' }),
        latinPiece(pen, `${claim.insured.family} ${claim.insured.given}`, plain),
      ],
      6,
    ).draw(MARGIN, 178);
  // An invoice is printed in French, from left to right, whatever the form is.
  const printed: FormBrush = {
    ...brush,
    scale: 1,
    design: { ...design, direction: 'ltr', language: 'fr', unlabelled: new Set() },
  };
  let y = drawMedicines(
    printed,
    {
      design: sheet.table,
      rows: content.invoiceRows,
      field: 'pharmacie.facture.medicaments',
      total: {
        label: 'pharmacyTotal',
        field: 'pharmacie.facture.total',
        centimes: dispensing.totalCentimes,
        place: 'below',
      },
    },
    MARGIN,
    198,
    width,
  );
  if (own.labelsOn === 'invoice') y = glueLabels(printed, content.labels, MARGIN, y + 24, width).bottom;
  drawRubberStamp(brush, 520 + random.next() * 80, y + 90, own.stamp.shape, [
    { text: pharmacy.name },
    { text: pharmacy.place },
  ]);
  pen.text(MARGIN, 1096, 'Document de test synthétique, sans valeur.', { font, size: 8 });
}
