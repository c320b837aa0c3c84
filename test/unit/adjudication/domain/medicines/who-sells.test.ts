import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../../contexts/adjudication/domain/adjudication-input.ts';
import { overrideContent } from '../../../../../contexts/adjudication/domain/override-content.ts';
import { createRuleBook } from '../../../../../contexts/rules/rule-book.ts';
import { readRuleBookData } from '../../../../../contexts/rules/rule-book-data.ts';
import { field, provider } from '../claim-builder.ts';
import { pharmacy, reasonsOf, withBoxes } from './dispensing-builder.ts';

const data = readRuleBookData();
const ASKED = ['doubt ACT_NOT_OF_SPECIALTY pharmacyInpe'];

/** Boxes whose seller a person keyed. */
const soldBy = (specialty: string, more: Partial<AdjudicationInput> = {}): AdjudicationInput => ({
  ...withBoxes(
    { pharmacyInpe: { ...field('091024579'), attestedBy: ['amina'] } },
    { pharmacy: provider({ inpe: '091024579', name: 'Seller', specialty }) },
  ),
  ...more,
});

describe('boxes of medicines', () => {
  it.each(['Cardiologie', 'Laboratoire', 'Clinique', 'Infirmier', 'Optique'])(
    'that a provider of %s sold are not paid, also where a person keyed the number',
    (specialty) => {
      const input = soldBy(specialty);
      expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
      expect(reasonsOf(input)).toEqual(ASKED);
    },
  );

  it.each(['Pharmacie', 'pharmacien', 'OFFICINE'])('that a %s sold are paid', (specialty) => {
    expect(adjudicate(soldBy(specialty))).toMatchObject({ outcome: 'approved', paidCentimes: 22_330 });
  });

  it('go to a person where no rule knows what the seller is', () => {
    const { findings } = adjudicate(soldBy('Herboristerie'));
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'ACT_NOT_OF_SPECIALTY',
        details: { inpe: '091024579', cause: 'PROFESSION_UNKNOWN' },
      }),
    );
  });

  it('go to a person where the rule is not certain enough', () => {
    const medicineProfessions = data.medicineProfessions.map((row) => ({ ...row, startUncertain: true }));
    const rules = createRuleBook({ ...data, medicineProfessions });
    expect(reasonsOf(withBoxes({}, { pharmacy, rules }))).toContain(ASKED[0]);
  });

  it('are paid once a supervisor has set that aside, for this seller alone', () => {
    const asked = soldBy('Clinique');
    const findings = adjudicate(asked).findings.filter(({ code }) => code === 'ACT_NOT_OF_SPECIALTY');
    const overrides = [{ code: 'ACT_NOT_OF_SPECIALTY', found: overrideContent(findings, asked.form).found }];
    expect(adjudicate({ ...asked, overrides })).toMatchObject({ paidCentimes: 22_330 });
    const inpe = '091024570';
    const dispensing = { ...asked.form.dispensing!, pharmacyInpe: { ...field(inpe), attestedBy: ['amina'] } };
    const elsewhere = { ...asked, overrides, pharmacy: provider({ inpe, specialty: 'Clinique' }) };
    expect(reasonsOf({ ...elsewhere, form: { ...asked.form, dispensing } })).toEqual(ASKED);
  });

  it('are sold by a profession that the rules know', () => {
    const medicineProfessions = data.medicineProfessions.map((row) => ({
      ...row,
      professions: ['HERBALIST'],
    }));
    expect(() => createRuleBook({ ...data, medicineProfessions })).toThrow(/HERBALIST/);
  });
});
