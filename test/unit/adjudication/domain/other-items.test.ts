import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { claimInput, field } from './claim-builder.ts';

const decide = (form: Partial<CareForm>) => adjudicate(claimInput({ form }));
const doubt = (amounts: number) => ({
  kind: 'doubt',
  code: 'OTHER_ITEMS_BILLED',
  field: 'otherAmounts',
  details: { amounts },
});

describe('what is billed beside the acts', () => {
  it.each<[string, Partial<CareForm>, number]>([
    ['an amount that is no act’s', { otherAmounts: [field(4_500)] }, 1],
    ['two of them', { otherAmounts: [field(4_500), field(1_200)] }, 2],
    ['labels of medicines', { hasMedicineLabels: true }, 0],
    ['labels with their amounts', { hasMedicineLabels: true, otherAmounts: [field(4_500)] }, 1],
    ['an amount that was hardly read', { otherAmounts: [field(4_500, { confidencePercent: 20 })] }, 1],
  ])('refers a form that is right but for %s', (_, form, amounts) => {
    const decision = decide(form);
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0, destination: undefined });
    expect(decision.findings.filter(({ kind }) => kind !== 'signal')).toEqual([doubt(amounts)]);
  });

  it.each<[string, Partial<CareForm>]>([
    ['no amounts', { otherAmounts: [] }],
    ['no labels', { hasMedicineLabels: false }],
    ['neither, and says so of neither', {}],
  ])('is nothing on a form with %s', (_, form) => {
    expect(decide(form)).toMatchObject({ outcome: 'approved', paidCentimes: 10_500 });
  });
});
