import { drawSignature, drawStamp } from '../drawing/marks.ts';
import { PAGE_WIDTH, type PagePen } from '../drawing/page-pen.ts';
import { seededRandom } from '../random.ts';

/** An ordonnance. */
export interface Prescription {
  readonly kind: 'prescription';
  readonly doctor: string;
  readonly specialty: string;
  readonly inpe: string;
  readonly city: string;
  readonly patient: string;
  /** JJ/MM/AAAA. */
  readonly date: string;
  readonly medicines: readonly { readonly name: string; readonly use: string }[];
}

export function drawPrescription(pen: PagePen, page: Prescription, seed: number): void {
  const random = seededRandom(seed);
  pen.text(60, 62, page.doctor, { font: 'tinos', size: 19, weight: 700 });
  pen.text(60, 84, page.specialty, { font: 'tinos', size: 14 });
  pen.text(60, 104, `INPE : ${page.inpe}`, { font: 'tinos', size: 12 });
  pen.arabic(PAGE_WIDTH - 60, 62, 'عيادة طبية', 18, 700);
  pen.arabic(PAGE_WIDTH - 60, 86, 'الفحص والتشخيص', 14);
  pen.line(60, 120, PAGE_WIDTH - 60, 120, 1.6);
  pen.text(PAGE_WIDTH - 60, 150, `${page.city}, le ${page.date}`, {
    font: 'tinos',
    size: 13,
    align: 'right',
  });
  pen.text(PAGE_WIDTH / 2, 205, 'ORDONNANCE', { font: 'tinos', size: 22, weight: 700, align: 'center' });
  pen.text(80, 250, `Patient : ${page.patient}`, { font: 'tinos', size: 14 });
  let y = 320;
  page.medicines.forEach((medicine, index) => {
    pen.text(95, y, `${index + 1}/ ${medicine.name}`, {
      font: 'caveat',
      size: 25,
      weight: 700,
      color: '#1b2a7a',
    });
    pen.text(135, y + 32, medicine.use, { font: 'caveat', size: 22, color: '#1b2a7a' });
    y += 92;
  });
  drawStamp(pen, 560, 900, [page.doctor, `${page.specialty} - ${page.city}`, `INPE : ${page.inpe}`], random);
  drawSignature(pen, 470, 960, page.doctor.split(' ').at(-1) ?? page.doctor, random);
  pen.line(60, 1060, PAGE_WIDTH - 60, 1060, 0.8);
  pen.text(PAGE_WIDTH / 2, 1078, 'Document de test synthétique, sans valeur.', {
    font: 'tinos',
    size: 10,
    align: 'center',
  });
}
