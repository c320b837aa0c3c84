import { PagePen, type DrawnPage } from '../drawing/page-pen.ts';
import { drawLabResult, type LabResult } from './lab-result.ts';
import { drawPharmacyInvoice, type PharmacyInvoice } from './pharmacy-invoice.ts';
import { drawPrescription, type Prescription } from './prescription.ts';

/** A page that is put in with a care form. */
export type AttachmentSpec = Prescription | PharmacyInvoice | LabResult | { readonly kind: 'blank' };

export function drawAttachment(
  spec: AttachmentSpec,
  dpi: number,
  seed: number,
  isWordsOnly = false,
): DrawnPage {
  const pen = new PagePen(dpi, { isWordsOnly });
  switch (spec.kind) {
    case 'prescription':
      drawPrescription(pen, spec, seed);
      break;
    case 'pharmacy-invoice':
      drawPharmacyInvoice(pen, spec, seed);
      break;
    case 'lab-result':
      drawLabResult(pen, spec, seed);
      break;
    case 'blank':
      break;
  }
  return pen.finish();
}
