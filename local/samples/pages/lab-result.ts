import { drawStamp } from '../drawing/marks.ts';
import { PAGE_WIDTH, type PagePen, type TextStyle } from '../drawing/page-pen.ts';
import { seededRandom } from '../random.ts';

/** A laboratory's results. */
export interface LabResult {
  readonly kind: 'lab-result';
  readonly laboratory: string;
  readonly city: string;
  readonly patient: string;
  readonly prescriber: string;
  /** JJ/MM/AAAA. */
  readonly date: string;
  readonly results: readonly { readonly name: string; readonly value: string; readonly usual: string }[];
}

const STYLE: TextStyle = { font: 'roboto', size: 12.5 };

export function drawLabResult(pen: PagePen, page: LabResult, seed: number): void {
  pen.text(60, 66, page.laboratory, { ...STYLE, size: 18, weight: 700 });
  pen.text(60, 88, page.city, STYLE);
  pen.arabic(PAGE_WIDTH - 60, 68, 'مختبر التحاليل الطبية', 17, 700);
  pen.line(60, 104, PAGE_WIDTH - 60, 104, 1.6);
  pen.text(60, 136, `Patient : ${page.patient}`, STYLE);
  pen.text(60, 158, `Prescripteur : ${page.prescriber}`, STYLE);
  pen.text(PAGE_WIDTH - 60, 136, `Prélevé le ${page.date}`, { ...STYLE, align: 'right' });
  pen.text(PAGE_WIDTH / 2, 205, 'RÉSULTATS DE BIOLOGIE', {
    ...STYLE,
    size: 17,
    weight: 700,
    align: 'center',
  });
  const columns = [70, 360, 540] as const;
  ['Analyse', 'Résultat', 'Valeurs usuelles'].forEach((head, index) =>
    pen.text(columns[index] ?? 70, 250, head, { ...STYLE, weight: 700 }),
  );
  pen.line(60, 258, PAGE_WIDTH - 60, 258);
  page.results.forEach((result, index) => {
    const y = 284 + index * 28;
    pen.text(columns[0], y, result.name, STYLE);
    pen.text(columns[1], y, result.value, { ...STYLE, weight: 700 });
    pen.text(columns[2], y, result.usual, STYLE);
  });
  drawStamp(pen, 570, 900, [page.laboratory, page.city], seededRandom(seed));
  pen.text(60, 1080, 'Document de test synthétique, sans valeur.', { ...STYLE, size: 9 });
}
