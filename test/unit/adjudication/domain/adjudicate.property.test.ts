import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm, CareFormAct, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import { type Scheme, schemes } from '../../../../contexts/shared/identifiers/schemes.ts';
import type { FieldDoubt } from '../../../../contexts/rules/reading-signs.ts';
import { act, claimInput, fileUnder, provider } from './claim-builder.ts';

const letters = ['C', 'CS', 'V', 'Z', 'B', 'P', 'K', 'D', 'AMM', 'GS'];
const actArbitrary = fc
  .record({
    dateOfCare: fc.constantFrom('2025-07-20', '2025-09-03', '2025-09-10', '2025-05-01', '2025-09-14'),
    keyLetter: fc.constantFrom(...letters),
    coefficientHundredths: fc.integer({ min: 1, max: 20_000 }),
    billedCentimes: fc.integer({ min: 1, max: 300_000 }),
  })
  .map((values) =>
    act(['C', 'CS', 'V'].includes(values.keyLetter) ? { ...values, coefficientHundredths: 100 } : values),
  );

/** Acts that may be paid: those with a tariff. */
const payableArbitrary = actArbitrary.filter(({ keyLetter, dateOfCare }) => {
  return (
    ['C', 'CS', 'V', 'Z', 'B', 'P'].includes(keyLetter?.value ?? '') && dateOfCare?.value !== '2025-05-01'
  );
});

const context = fc.record({
  scheme: fc.constantFrom(...schemes),
  sector: fc.constantFrom('PRIVATE' as const, 'PUBLIC' as const),
});

function decide(
  acts: readonly CareFormAct[],
  { scheme, sector }: { scheme: Scheme; sector: 'PRIVATE' | 'PUBLIC' },
  form: Partial<CareForm> = {},
) {
  const signatureDate = { ...act().dateOfCare!, value: '2025-09-14' };
  return adjudicate(
    claimInput({
      person: fileUnder(scheme),
      provider: provider({ sector }),
      form: { acts, signatureDate, ...form },
    }),
  );
}

describe('whatever is on the form', () => {
  it('never pays more than was billed, nor more than the tariff and the rate allow', () => {
    let paidClaims = 0;
    fc.assert(
      fc.property(fc.array(actArbitrary, { minLength: 1, maxLength: 6 }), context, (acts, given) => {
        const decision = decide(acts, given);
        for (const line of decision.lines) {
          if (line.outcome !== 'paid') continue;
          const allowed =
            (line.unitTariffCentimes! * line.coefficientHundredths! * line.rateBasisPoints!) / 1_000_000;
          expect(line.paidCentimes).toBeLessThanOrEqual(line.billedCentimes!);
          expect(line.paidCentimes).toBeLessThanOrEqual(allowed + 1);
        }
        expect(decision.paidCentimes).toBeLessThanOrEqual(decision.billedCentimes);
        if (decision.paidCentimes > 0) paidClaims += 1;
      }),
      { numRuns: 500 },
    );
    expect(paidClaims).toBeGreaterThan(10);
  });

  it('pays only what has no doubt, rejects only without doubt, and its lines add up', () => {
    fc.assert(
      fc.property(fc.array(actArbitrary, { minLength: 1, maxLength: 6 }), context, (acts, given) => {
        const decision = decide(acts, given);
        const hasDoubt = decision.findings.some(({ kind }) => kind === 'doubt');
        const isPaying = ['approved', 'partly-approved', 'partly-referred'].includes(decision.outcome);
        expect(['referred', 'partly-referred'].includes(decision.outcome)).toBe(hasDoubt);
        const doubted = decision.findings.flatMap(({ kind, line }) => (kind === 'doubt' ? [line] : []));
        const paid = decision.lines.flatMap(({ outcome }, line) => (outcome === 'paid' ? [line] : []));
        expect(paid.filter((line) => doubted.includes(line))).toEqual([]);
        expect(isPaying || decision.paidCentimes === 0).toBe(true);
        expect(decision.destination !== undefined).toBe(decision.paidCentimes > 0);
        expect(decision.lines.reduce((sum, line) => sum + (line.paidCentimes ?? 0), 0)).toBe(
          decision.paidCentimes,
        );
        expect(decision.fingerprints).toHaveLength(acts.length);
        expect(decision.lines).toHaveLength(acts.length);
      }),
      { numRuns: 500 },
    );
  });

  it('pays the same in all, whatever the order of the acts', () => {
    const shuffled = fc
      .uniqueArray(payableArbitrary, {
        minLength: 1,
        maxLength: 6,
        selector: ({ billedCentimes }) => billedCentimes?.value,
      })
      .chain((acts) =>
        fc.tuple(
          fc.constant(acts),
          fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, context, ([acts, others], given) => {
        const [a, b] = [decide(acts, given), decide(others, given)];
        expect([b.outcome, b.paidCentimes, b.billedCentimes]).toEqual([
          a.outcome,
          a.paidCentimes,
          a.billedCentimes,
        ]);
        expect(b.fingerprints.toSorted()).toEqual(a.fingerprints.toSorted());
      }),
    );
  });

  it('never pays more because something is doubted, weaker or missing', () => {
    const doubts: readonly FieldDoubt[] = [
      'LOW_CONFIDENCE',
      'CORRECTED_CHARACTERS',
      'WRONG_LENGTH',
      'CONFLICTING_VALUES',
    ];
    const weakenings = fc.oneof(
      fc.constant(undefined),
      fc.record({ confidencePercent: fc.integer({ min: 0, max: 100 }), doubts: fc.subarray([...doubts]) }),
    );
    const formFields = [
      'registrationNumber',
      'cin',
      'insuredName',
      'patientName',
      'patientBirthDate',
      'beneficiaryLink',
      'inpe',
      'totalCentimes',
      'signatureDate',
      'providerName',
    ] as const;
    const actFields = ['dateOfCare', 'keyLetter', 'coefficientHundredths', 'billedCentimes'] as const;
    const weaken = (
      field: ReadField<unknown> | undefined,
      by: Partial<ReadField<unknown>> | undefined,
    ): unknown => (by === undefined || field === undefined ? undefined : { ...field, ...by });
    fc.assert(
      fc.property(
        fc.array(payableArbitrary, { minLength: 1, maxLength: 4 }),
        context,
        fc.constantFrom(...formFields, ...actFields),
        weakenings,
        (acts, given, name, by) => {
          const clean = decide(acts, given);
          const isOfAct = (actFields as readonly string[]).includes(name);
          const [first, ...rest] = acts;
          const weakActs = [
            { ...first!, [name]: weaken(first![name as keyof CareFormAct] as ReadField<unknown>, by) },
            ...rest,
          ];
          const total = { ...act().billedCentimes!, value: clean.billedCentimes };
          const base = claimInput({ form: { acts } }).form;
          const change = isOfAct
            ? { acts: weakActs, totalCentimes: total }
            : { [name]: weaken(base[name as keyof CareForm] as ReadField<unknown>, by) };
          expect(decide(acts, given, change as Partial<CareForm>).paidCentimes).toBeLessThanOrEqual(
            clean.paidCentimes,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('puts no name, number or RIB of a person into its findings', () => {
    fc.assert(
      fc.property(fc.array(actArbitrary, { minLength: 1, maxLength: 6 }), context, (acts, given) => {
        const text = JSON.stringify(decide(acts, given).findings);
        for (const personal of ['BENNANI', 'Youssef', '184203957', 'BK412087', '007780', 'ALAOUI'])
          expect(text).not.toContain(personal);
      }),
    );
  });
});
