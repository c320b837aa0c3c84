import { describe, expect, it } from 'vitest';

import type { CareForm } from '../../../contexts/reading/domain/care-form.ts';
import { careFormSheet, filling } from '../../support/care-form-sheet.ts';
import { printedValues, scoreFields, summariseScores, wasReadByOcr } from '../../support/field-accuracy.ts';
import { printDocument } from '../../support/ocr-builder.ts';
import { onlyForm } from '../../support/read-forms.ts';

const truth = {
  immatriculation: filling.registrationNumber,
  cin: filling.cin,
  nom_prenom: 'Sefrioui Nadia',
  date_naissance: filling.birthDate,
  beneficiaire: 'assure',
  actes: filling.acts.map((act) => ({
    date: act.date,
    code: act.code,
    coefficient: act.coefficient,
    montant: act.amount,
  })),
  total: filling.total,
  rib: filling.rib,
};

const document = printDocument(careFormSheet(filling, { side: 'right' }));
const form = onlyForm(document);

function outcomes(changed: Partial<CareForm>): Record<string, string> {
  return Object.fromEntries(
    scoreFields(truth, { ...form, ...changed }).map((score) => [score.field, score.outcome]),
  );
}

describe('the score of a reading', () => {
  it('is all right for a form that was read right, with names compared as people compare them', () => {
    const scores = scoreFields(truth, form);
    expect(summariseScores(scores)).toMatchObject({ fields: 15, right: 15, silent: 0 });
  });

  it('tells what is missing, wrong and doubted, and wrong without a word', () => {
    const cin = form.cin!;
    expect(outcomes({ cin: undefined })).toMatchObject({ cin: 'missing', rib: 'right' });
    expect(outcomes({ cin: { ...cin, value: 'X1' } })).toMatchObject({ cin: 'silent' });
    expect(outcomes({ cin: { ...cin, value: 'X1', doubts: ['LOW_CONFIDENCE'] } })).toMatchObject({
      cin: 'doubted',
    });
  });

  it('counts every field of a form that was not found as missing', () => {
    expect(summariseScores(scoreFields(truth, undefined))).toMatchObject({ right: 0, missing: 15 });
  });

  it('counts an act that is not on the form as an error', () => {
    const surplus = scoreFields(truth, { ...form, acts: [...form.acts, ...form.acts.slice(0, 1)] });
    expect(surplus.find((score) => score.field === 'actes.2.surplus')?.outcome).toBe('silent');
  });

  it('takes no coefficient for 1 where the letter has none, and only there', () => {
    const bare = form.acts.map((act) => ({ ...act, coefficientHundredths: undefined }));
    expect(outcomes({ acts: bare })).toMatchObject({
      'actes.0.coefficient': 'right',
      'actes.1.coefficient': 'missing',
    });
  });

  it('knows which printed values the OCR had read right', () => {
    expect(printedValues(truth).get('actes.1.montant')).toBe('1 352,00');
    expect(wasReadByOcr('1 352,00', document)).toBe(true);
    expect(wasReadByOcr('K', document)).toBe(true);
    expect(wasReadByOcr('112233446', document)).toBe(false);
    expect(wasReadByOcr('Q', document)).toBe(false);
  });
});
