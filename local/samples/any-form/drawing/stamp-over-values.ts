import { PAGE_WIDTH } from '../../drawing/page-pen.ts';
import type { ClaimOnForm } from '../claim/any-claim.ts';
import type { FormBrush } from './form-brush.ts';
import { drawRubberStamp, type StampLine } from './rubber-stamp.ts';

/** What the stamp of a provider says. */
export function providerStamp(
  { provider }: ClaimOnForm,
  hasInpe: boolean,
  isField: boolean,
): readonly StampLine[] {
  return [
    { text: provider.name },
    { text: `${provider.specialty} - ${provider.place}` },
    ...(hasInpe ? [{ text: `INPE : ${provider.inpe}`, ...(isField ? { field: 'inpe' } : {}) }] : []),
  ];
}

/** A stamp that was put on print by a careless hand. */
export function drawStampOverValues(brush: FormBrush, claim: ClaimOnForm, top: number): void {
  const { random, design } = brush;
  const x = PAGE_WIDTH * (0.3 + random.next() * 0.4);
  drawRubberStamp(
    brush,
    x,
    top + 20 + random.next() * 50,
    design.stamp.shape === 'round' ? 'rectangle' : design.stamp.shape,
    providerStamp(claim, design.inpeIn.stamp, false),
  );
}
