import { describe, expect, it } from 'vitest';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import type { CareForm, CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { amina, CLAIM_ID, ReviewWorld } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

const FORM = '091024578';
const MISREAD = '091024573';
const laboratory = provider({ inpe: '071854390', specialty: 'Biologie médicale' });
const twice = (inpe: string) => ({ ...field(inpe), evidence: ['REPEATED' as const] });
const weak = { confidencePercent: 30, doubts: ['LOW_CONFIDENCE' as const] };

/** A consultation and the analyses of a laboratory. */
const formWith = (inpe: CareFormAct['inpe'], changes: Partial<CareForm> = {}): CareForm => {
  const analyses = act({ keyLetter: 'B', coefficientHundredths: 15_000, billedCentimes: 16_500 });
  return form({ acts: [act(), { ...analyses, inpe }], ...changes });
};

async function reviewed(read: CareForm, changes: FieldChange[]) {
  const world = new ReviewWorld({ people: [personFile()], providers: [provider(), laboratory] });
  await world.draft(read);
  const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
  const { version } = taken;
  const saved = await saveCorrections(
    CLAIM_ID,
    { version, changes, confirmed: [], addLines: 0, removeLines: [] },
    amina,
    world.dependencies,
  );
  await submitReview(CLAIM_ID, saved, amina, world.dependencies);
  await world.relay();
  return { first: taken.fields[0], claim: await world.claim() };
}

describe('a row whose provider nobody knows', () => {
  it('is shown with its number, and paid once a reviewer has read it', async () => {
    const { first, claim } = await reviewed(formWith(twice('071854391')), [
      { field: 'inpe', line: 1, value: laboratory.inpe },
    ]);
    expect(first).toMatchObject({ field: 'inpe', line: 1, value: '071854391', doubts: ['INPE_UNKNOWN'] });
    expect(claim).toMatchObject({ state: 'APPROVED', paidCentimes: 10_500 + 11_550 });
  });

  it('is the form’s provider’s where a reviewer finds no number in it', async () => {
    const earlier = { ...act({ dateOfCare: '2025-08-20' }), inpe: twice('071854391') };
    const { claim } = await reviewed(form({ acts: [earlier] }), [{ field: 'inpe', line: 0, value: null }]);
    expect(claim).toMatchObject({ state: 'APPROVED', paidCentimes: 10_500 });
  });

  it('follows the form where both bear the number that a reviewer corrects', async () => {
    const read = formWith(twice(laboratory.inpe), { inpe: field(MISREAD, weak), providerName: undefined });
    const acts = read.acts.map((one, line) => (line === 0 ? { ...one, inpe: field(MISREAD, weak) } : one));
    const { claim } = await reviewed({ ...read, acts }, [{ field: 'inpe', value: FORM }]);
    expect(claim).toMatchObject({ state: 'APPROVED', paidCentimes: 22_050 });
  });
});
