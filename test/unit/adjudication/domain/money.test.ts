import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, claimInput, field, fileUnder, personFile, provider } from './claim-builder.ts';

const decide = (changes: Parameters<typeof claimInput>[0]) => adjudicate(claimInput(changes));
const account = (rib: string, from: string, to?: string) => ({
  type: 'account' as const,
  registrationNumber: '184203957',
  rib,
  from,
  ...(to === undefined ? {} : { to }),
});

describe('where the money goes', () => {
  it('pays to the account on file and never to the RIB on the form', () => {
    const decision = decide({ form: { rib: field('011519000001205000534921') } });
    expect(decision.destination).toEqual({ kind: 'account', rib: '007780000123456789012396' });
    expect(decision.outcome).toBe('approved');
    expect(decision.findings).toContainEqual({
      kind: 'signal',
      code: 'RIB_DIFFERS_FROM_ACCOUNT',
      field: 'rib',
    });
    expect(JSON.stringify(decision.findings)).not.toContain('0115190');
  });

  it('says nothing of a RIB on the form that is the same, or was misread', () => {
    for (const rib of ['007780000123456789012396', '007780000123456789012397']) {
      expect(decide({ form: { rib: field(rib) } }).findings.map(({ code }) => code)).not.toContain(
        'RIB_DIFFERS_FROM_ACCOUNT',
      );
    }
  });

  it.each([
    ['no account', [], 'ACCOUNT_MISSING'],
    [
      'an account that was closed',
      [account('007780000123456789012396', '2015-01-01', '2025-09-15')],
      'ACCOUNT_MISSING',
    ],
    ['a RIB whose key is wrong', [account('007780000123456789012397', '2015-01-01')], 'ACCOUNT_INVALID'],
  ] as const)('approves and holds the money where there is %s', (_, accounts, reason) => {
    const decision = decide({ person: personFile({ accounts }) });
    expect(decision).toMatchObject({
      outcome: 'approved',
      paidCentimes: 10_500,
      destination: { kind: 'held', reason },
    });
    expect(decision.findings).toContainEqual({ kind: 'signal', code: reason });
  });
});

describe('what is paid', () => {
  it('pays nothing and names no account unless it approves', () => {
    const decision = decide({ form: { totalCentimes: field(1) } });
    expect(decision).toMatchObject({
      paidCentimes: 0,
      destination: undefined,
      lines: [{ paidCentimes: undefined }],
    });
  });

  it('pays a Tadamon child’s care in a public facility in full', () => {
    const decision = decide({
      person: fileUnder('AMO_TADAMON'),
      provider: provider({ sector: 'PUBLIC' }),
      form: { acts: [act({ billedCentimes: 7_500 })] },
    });
    expect(decision).toMatchObject({ outcome: 'approved', scheme: 'AMO_TADAMON', paidCentimes: 7_500 });
  });

  it('is what is certain, where one act has no tariff: that one goes to a person', () => {
    const acts = [act(), act({ keyLetter: 'K', coefficientHundredths: 1600, billedCentimes: 35_200 })];
    expect(decide({ form: { acts } })).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
      lines: [
        { outcome: 'paid', basisCentimes: 15_000, paidCentimes: 10_500 },
        { outcome: 'referred', unitTariffCentimes: undefined, paidCentimes: undefined },
      ],
    });
  });

  it('names the dated rules it used, by line, and the rule book', () => {
    const decision = decide({});
    expect(decision.ruleBookVersion).toBe(currentRuleBook().version);
    expect(decision.lines[0]?.ruleIds).toEqual(
      expect.arrayContaining(['waiting-salarie', 'tariff-cs-private-2006', 'rate-salarie-private']),
    );
  });

  it('refers what is owed to someone who died in between', () => {
    const file = personFile();
    const decision = decide({ person: { ...file, person: { ...file.person, deceasedOn: '2025-09-10' } } });
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
  });

  it('rejects care after the death of the insured person', () => {
    const file = personFile();
    const decision = decide({ person: { ...file, person: { ...file.person, deceasedOn: '2025-09-02' } } });
    expect(decision).toMatchObject({ outcome: 'rejected', paidCentimes: 0 });
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ kind: 'rejection', code: 'PERSON_DECEASED' }),
    );
  });
});

describe('pricing a past claim under other rules', () => {
  const data = currentRuleBook().data;
  // The tariffs that were signed in 2020, as if they had come into force in 2025.
  const signed = createRuleBook({
    ...data,
    tariffs: data.tariffs.flatMap((row): typeof data.tariffs => {
      if (row.id === 'tariff-cs-private-2006') return [{ ...row, validTo: '2024-12-31' }];
      if (row.code !== 'CS' || row.status !== 'SIGNED_NOT_EFFECTIVE') return [row];
      return [{ ...row, status: 'IN_FORCE', validFrom: '2025-01-01' }];
    }),
  });

  it('gives the amount of the other tariffs, and says by which rules', () => {
    const again = decide({ rules: signed });
    expect(again).toMatchObject({ outcome: 'approved', paidCentimes: 17_500 });
    expect(again.ruleBookVersion).not.toBe(currentRuleBook().version);
    expect(again.fingerprints).toEqual(decide({}).fingerprints);
  });

  it('gives the same decision with the same rules', () => {
    expect(decide({})).toEqual(decide({ rules: createRuleBook(data) }));
  });

  it('rounds once for the claim where the rules say so', () => {
    const once = createRuleBook({
      ...data,
      settings: data.settings.map((row) => ({ ...row, rounding: 'total' as const })),
    });
    const acts = [1, 2, 3].map((day) => act({ dateOfCare: `2025-09-0${day.toString()}`, billedCentimes: 5 }));
    // 3.5 centimes a line: 4 + 4 + 4 by line, 10.5 rounded to 11 for the claim.
    expect(decide({ form: { acts } }).paidCentimes).toBe(12);
    expect(decide({ form: { acts }, rules: once })).toMatchObject({ paidCentimes: 11, outcome: 'approved' });
  });
});
