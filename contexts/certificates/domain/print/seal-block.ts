import { formatReceipt } from '#shared';
import { create } from 'qrcode';
import type { CertifiedFacts } from '../certificate.ts';
import { wording, writtenDay, type Wording } from '../wording.ts';
import { arabic, MARGIN, printPair, RIGHT } from './layout.ts';
import { BLACK, GREY, type PagePen } from './page-pen.ts';

/** About 42 mm: a module is over half a millimetre, which a telephone reads from a copy of a copy. */
const QR_SIZE = 120;
const QR_BOTTOM = 62;
const TEXT_LEFT = MARGIN + QR_SIZE + 22;

/** The family ends above this. */
export const SEAL_TOP = QR_BOTTOM + QR_SIZE + 16;

/** Day of issue, reference, and the signed code with how to verify it. */
export function printSeal(
  pen: PagePen,
  certificate: {
    readonly facts: CertifiedFacts;
    readonly certificateId: string;
    readonly sealText: string;
  },
): void {
  const { facts, certificateId, sealText } = certificate;
  printCode(pen, sealText);
  const line = (baseline: number, words: Wording, value: string): void => {
    const label = { size: 9.5, colour: GREY } as const;
    printPair(pen, { left: TEXT_LEFT, right: RIGHT }, baseline, words, label);
    const middle = (TEXT_LEFT + RIGHT) / 2;
    pen.text(middle, baseline, value, { size: 11, weight: 'bold', align: 'centre' });
  };
  const top = QR_BOTTOM + QR_SIZE;
  line(top - 14, wording.issuedOn, writtenDay(facts.issuedOn));
  line(top - 36, wording.reference, formatReceipt(certificateId));
  const isContributory = facts.scheme !== 'AMO_TADAMON';
  const notes = isContributory ? [wording.contributory, wording.verify] : [wording.verify];
  let baseline = top - 62;
  for (const note of notes) {
    const style = { size: 8, colour: GREY, maxWidth: RIGHT - TEXT_LEFT } as const;
    pen.text(TEXT_LEFT, baseline, note.fr, style);
    pen.text(RIGHT, baseline - 14, note.ar, { ...style, ...arabic(8), align: 'right' });
    baseline -= 31;
  }
}

/** @see https://www.qrcode.com/en/about/error_correction.html level M restores 15 % */
function printCode(pen: PagePen, text: string): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = QR_SIZE / modules.size;
  const squares: [number, number, number, number][] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      squares.push([MARGIN + column * side, QR_BOTTOM + QR_SIZE - (row + 1) * side, side, side]);
    }
  }
  pen.rectangles(squares, BLACK);
}
