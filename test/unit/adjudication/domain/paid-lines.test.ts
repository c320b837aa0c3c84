import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { paidLines } from '../../../../contexts/adjudication/domain/paid-lines.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { dispensing, pharmacy, cardiopex } from '../../review/use-cases/walk-parts.ts';
import { act, claimInput, field, form, provider } from './claim-builder.ts';

const certain = act();
const unread = act({ dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600 });
const other = { ...act({ dateOfCare: '2025-09-06', billedCentimes: 26_000 }), inpe: undefined };

function settled(own: CareForm) {
  const { lines, settledPart } = adjudicate(
    claimInput({
      form: own,
      ...{ pharmacy, medicines: new Map([[cardiopex.code, cardiopex]]) },
      rowProviders: new Map([[provider().inpe, provider()]]),
    }),
  );
  if (settledPart === undefined) throw new Error('Nothing was paid first');
  const paid = lines.flatMap(({ outcome }, line) => (outcome === 'paid' ? [line] : []));
  return { settledPart, paid };
}

describe('the lines of a form that were paid', () => {
  it.each<[string, CareForm]>([
    ['acts', form({ acts: [unread, certain, other] })],
    [
      'acts and boxes',
      form({
        acts: [certain, unread],
        dispensing: dispensing(),
        totalCentimes: field(25_000 + 25_000 + 9_620),
      }),
    ],
    ['acts whose rows name somebody', form({ acts: [{ ...certain, inpe: field(provider().inpe) }, unread] })],
  ])('are found again among %s, as the decision had them', (_, own) => {
    const { settledPart, paid } = settled(own);
    expect(paid.length).toBeGreaterThan(0);
    expect([...paidLines(own, settledPart)].toSorted()).toEqual(paid);
  });

  it('are found wherever they stand now, and each once', () => {
    const { settledPart } = settled(form({ acts: [certain, unread] }));
    expect([...paidLines(form({ acts: [unread, certain, certain] }), settledPart)]).toEqual([1]);
  });

  it('are none of the lines of which something was changed', () => {
    const { settledPart } = settled(form({ acts: [certain, unread] }));
    expect(paidLines(form({ acts: [act({ keyLetter: 'C' }), unread] }), settledPart).size).toBe(0);
  });
});
