import { describe, expect, it } from 'vitest';

import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import {
  linesToConfirm,
  unconfirmedValues,
} from '../../../../contexts/adjudication/domain/confirmed-values.ts';
import type { CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, claimInput, field, form, provider, readTwice, type ActValues } from './claim-builder.ts';

const rules = currentRuleBook();
const pediatrician = provider({ specialty: 'Pédiatrie' });

/** A row as one sure reading gives it. */
function readOnce(values: ActValues = {}): CareFormAct {
  const { keyLetter, coefficientHundredths, billedCentimes, ...rest } = act(values);
  return {
    ...rest,
    keyLetter: keyLetter && field(keyLetter.value),
    coefficientHundredths: coefficientHundredths && field(coefficientHundredths.value),
    billedCentimes: billedCentimes && field(billedCentimes.value),
  };
}

const radiology = { keyLetter: 'Z', coefficientHundredths: 3_000, billedCentimes: 45_000 };

/** `line field` of all that only one reading says. */
const unconfirmed = (acts: readonly CareFormAct[], by: Provider = pediatrician): readonly string[] =>
  unconfirmedValues(form({ acts }), () => by, rules).map(({ line, field: name }) => `${line} ${name}`);

describe('what only one reading says', () => {
  it('is the coefficient of a graded act, which nothing else on the form bears out', () => {
    expect(unconfirmed([readOnce(radiology)])).toContain('0 coefficientHundredths');
    expect(unconfirmed([act(radiology)])).toEqual([]);
  });

  it('is how often an act was done', () => {
    expect(unconfirmed([{ ...act(radiology), quantity: field(2) }])).toEqual(['0 quantity']);
  });

  it('is no count by which unit prices make their amounts', () => {
    const priced = { ...field(1), evidence: ['SUM', 'PLACE'] as const };
    expect(unconfirmed([{ ...act(radiology), quantity: priced }])).toEqual([]);
  });

  it('is each count of a table that counts some acts and not others', () => {
    const counted = { ...act(radiology), quantity: readTwice(2) };
    const other = act({ ...radiology, coefficientHundredths: 2_000 });
    expect(unconfirmed([counted, other])).toEqual(['0 quantity', '1 quantity']);
    expect(unconfirmed([counted, { ...other, quantity: readTwice(1) }])).toEqual([]);
    const said = { ...field(1), attestedBy: ['reviewer-1'] };
    expect(unconfirmed([{ ...counted, quantity: said }, { ...other, quantity: said }, act()])).toEqual([]);
  });

  it('is a key letter where the provider may have billed another that looks like it', () => {
    expect(unconfirmed([readOnce()], provider({ specialty: 'Cardiologie' }))).toEqual(['0 keyLetter']);
    expect(unconfirmed([readOnce()])).toEqual([]);
    expect(unconfirmed([readOnce()], provider({ specialty: 'Psychiatrie' }))).toEqual(['0 keyLetter']);
  });

  it('is nothing where the tariff’s own price was billed: amount and coefficient bear each other out', () => {
    expect(unconfirmed([readOnce({ ...radiology, billedCentimes: 30_000 })])).toEqual([]);
  });

  it('is an amount that may have changed places with another line’s, where that changes what is paid', () => {
    const low = readOnce({ billedCentimes: 10_000 });
    const graded = { ...act(radiology), billedCentimes: field(45_000) };
    expect(unconfirmed([low, graded])).toEqual(['0 billedCentimes', '1 billedCentimes']);
    // Both are above their tariff, whichever is whose.
    expect(unconfirmed([readOnce(), readOnce({ billedCentimes: 30_000 })])).toEqual([]);
  });

  it('is not asked of a line that has no price, nor where nobody knows who gave the care', () => {
    expect(unconfirmed([readOnce({ ...radiology, keyLetter: 'OPT' })])).toEqual([]);
    expect(unconfirmedValues(form({ acts: [readOnce(radiology)] }), () => undefined, rules)).toEqual([]);
  });

  it('is said by people too', () => {
    const attested = readOnce(radiology);
    const by = { attestedBy: ['reviewer-1'] };
    expect(
      unconfirmed([
        {
          ...attested,
          keyLetter: attested.keyLetter && { ...attested.keyLetter, ...by },
          coefficientHundredths: attested.coefficientHundredths && {
            ...attested.coefficientHundredths,
            ...by,
          },
        },
      ]),
    ).toEqual([]);
  });
});

describe('a claim of which only one reading says how much is paid', () => {
  it('is left to a person, and says which value to look at', () => {
    const once = { ...act(radiology), coefficientHundredths: field(3_000) };
    const decision = adjudicate(claimInput({ form: { acts: [once] } }));
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'FIELD_UNREADABLE',
      field: 'coefficientHundredths',
      line: 0,
      details: { cause: 'READ_ONCE' },
    });
  });

  it('is rejected all the same where a rule rejects it whatever the value is', () => {
    const once = { ...act(radiology), coefficientHundredths: field(3_000) };
    const claim = claimInput({ form: { acts: [once] } });
    const person = claim.person && { ...claim.person, coverages: [], contributions: [] };
    const outcome = adjudicate({ ...claim, person }).outcome;
    expect(outcome).toBe(adjudicate({ ...claim, person, form: form({ acts: [act(radiology)] }) }).outcome);
  });
});

describe('a second look is asked for', () => {
  const lines = (acts: readonly CareFormAct[], providers = [pediatrician]) =>
    [...linesToConfirm(rules, 'tesseract', '2025-10-01')(form({ acts }), providers)].toSorted();

  it('at the lines of which one reading is not enough', () => {
    expect(lines([readOnce({ billedCentimes: 45_000 }), readOnce(radiology)])).toEqual([1]);
  });

  it('at a coefficient that is less sure than what multiplies must be, for the engine that read it', () => {
    const weak = { ...act(), coefficientHundredths: field(100, { confidencePercent: 89 }) };
    expect(lines([weak])).toEqual([0]);
    expect(lines([{ ...weak, coefficientHundredths: field(100, { confidencePercent: 90 }) }])).toEqual([]);
  });

  it('at no line that has no price, as a person will decide on it whatever is read, but at those that may be paid before', () => {
    const unpriced = readOnce({ keyLetter: 'K', coefficientHundredths: 2_000 });
    expect(lines([readOnce(radiology), unpriced])).toEqual([0]);
  });

  it('at all lines where nobody knows the provider, so that a person has to say no more than who it is', () => {
    expect(lines([readOnce(), readOnce(radiology)], [])).toEqual([0, 1]);
  });
});
