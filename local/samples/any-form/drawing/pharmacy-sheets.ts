import { PagePen, type DrawnPage } from '../../drawing/page-pen.ts';
import { seededRandom } from '../../random.ts';
import type { ClaimOnForm } from '../claim/any-claim.ts';
import type { FormContent } from '../content/form-content.ts';
import type { FormDesign } from '../design/form-design.ts';
import type { DrawOptions } from './draw-any-form.ts';
import type { FormBrush } from './form-brush.ts';
import { drawInvoiceSheet } from './invoice-sheet.ts';
import { pharmacyInput } from './pharmacy-part.ts';
import { drawPrescriptionSheet } from './prescription-sheet.ts';

/** Draws the sheets that come with medicines: prescription, invoice; none with a form without medicines. */
export function drawPharmacySheets(
  claim: ClaimOnForm,
  content: FormContent,
  design: FormDesign,
  { dpi, seed, isWordsOnly }: DrawOptions,
): readonly DrawnPage[] {
  const input = pharmacyInput(claim, content, design);
  if (input === undefined) return [];
  const drawn = (draw: (brush: FormBrush) => void, index: number): DrawnPage => {
    const pen = new PagePen(dpi, { isWordsOnly, isMeasuredOnce: true });
    draw({ pen, design, random: seededRandom(seed + index), scale: 1 });
    return pen.finish();
  };
  const { prescription, invoice } = input.own;
  return [
    ...(prescription === undefined
      ? []
      : [drawn((brush) => drawPrescriptionSheet(brush, claim, input, prescription), 0)]),
    ...(invoice === undefined ? [] : [drawn((brush) => drawInvoiceSheet(brush, claim, input, invoice), 1)]),
  ];
}
