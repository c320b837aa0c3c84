import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../../contexts/adjudication/domain/adjudication-input.ts';
import type { PriorApproval } from '../../../../../contexts/registry/records/registry-records.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../../support/medicine-examples.ts';
import { act, child, field, personFile } from '../claim-builder.ts';
import { boxesOf, cardiopex, reasonsOf, withBoxes } from './dispensing-builder.ts';

const hypertension = (more: Partial<PriorApproval> = {}): PriorApproval => ({
  type: 'prior-approval',
  registrationNumber: '184203957',
  approvalId: 'ALD1',
  from: '2025-01-01',
  to: '2026-12-31',
  rateBasisPoints: 9_500,
  diseases: ['I10'],
  ...more,
});

interface File {
  readonly approvals: readonly PriorApproval[];
  readonly diseaseCode?: string;
  readonly substances?: readonly string[];
  readonly dispensedOn?: string;
  readonly overrides?: AdjudicationInput['overrides'];
}

function fileWith({ approvals, diseaseCode, substances, dispensedOn, overrides }: File): AdjudicationInput {
  const medicine = medicineOf(substances === undefined ? {} : { substances });
  const row = boxesOf(cardiopex.code, 2, 9_620);
  const keyed =
    diseaseCode === undefined ? {} : { diseaseCode: { ...field(diseaseCode), attestedBy: ['amina'] } };
  return withBoxes(
    {
      medicines: [{ ...row, ...keyed }],
      ...(dispensedOn === undefined ? {} : { dispensedOn: field(dispensedOn) }),
    },
    {
      person: personFile({ priorApprovals: approvals }),
      medicines: new Map([[medicine.code, medicine]]),
      ...(overrides === undefined ? {} : { overrides }),
    },
  );
}

const paidForBoxes = (input: AdjudicationInput): number | undefined =>
  adjudicate(input).lines.at(1)?.paidCentimes;

const NAMED = 16_055;
const ORDINARY = 11_830;
const ASKED = ['doubt DISEASE_NOT_SHOWN diseaseCode 1'];

describe('the rate of a long-term disease', () => {
  it.each([
    ['its code', { medicines: [cardiopex.code] }],
    ['its substance, however it is written', { substances: ['Cardiopéxine'] }],
    ['its substance among others', { substances: ['metformine', 'CARDIOPEXINE'] }],
    ['its code, and others by substance', { medicines: [cardiopex.code], substances: ['metformine'] }],
    [
      'its substance in a file that is for acts too',
      { keyLetter: 'CS', substances: ['cardiopexine'], diseases: undefined },
    ],
  ])('is paid for boxes that the approval names by %s', (_, named) => {
    const input = fileWith({ approvals: [hypertension(named)] });
    const boxes = adjudicate(input).lines[1];
    expect(boxes).toMatchObject({ outcome: 'paid', rateBasisPoints: 9_500, paidCentimes: NAMED });
    expect(boxes?.ruleIds).toContain('approval-ALD1');
  });

  it('is not paid for boxes of others than those that are named, and nothing is asked', () => {
    const input = fileWith({
      approvals: [hypertension({ medicines: [medicineCodeOf(9)], substances: ['metformine'] })],
    });
    expect([paidForBoxes(input), reasonsOf(input)]).toEqual([ORDINARY, []]);
  });

  it('is asked about where the approval says nothing of medicines, while the acts are paid', () => {
    const input = fileWith({ approvals: [hypertension({ keyLetter: 'K' })] });
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
    expect(reasonsOf(input)).toEqual(ASKED);
  });

  it.each([
    ['one of two substances is named', ['cardiopexine', 'diuretine'], ['cardiopexine']],
    ['the substance is named without its salt', ['cardiopexine besilate'], ['cardiopexine']],
    ['the list does not say what is in the box', [], ['cardiopexine']],
  ])('is asked about where %s', (_, substances, approved) => {
    expect(reasonsOf(fileWith({ approvals: [hypertension({ substances: approved })], substances }))).toEqual(
      ASKED,
    );
  });

  it('is what a person keys: of the disease, or of another one', () => {
    const approvals = [hypertension({ keyLetter: 'K' })];
    expect(paidForBoxes(fileWith({ approvals, diseaseCode: 'I10' }))).toBe(NAMED);
    const other = fileWith({ approvals, diseaseCode: 'J45' });
    expect([paidForBoxes(other), reasonsOf(other)]).toEqual([ORDINARY, []]);
  });

  it('is left at the ordinary rate by a supervisor who sets the doubt aside', () => {
    const overrides = [{ code: 'DISEASE_NOT_SHOWN', line: 1 }];
    const input = fileWith({ approvals: [hypertension({ keyLetter: 'K' })], overrides });
    expect([paidForBoxes(input), reasonsOf(input)]).toEqual([ORDINARY, []]);
  });

  it.each([
    [
      'was not in force when they were sold',
      hypertension({ medicines: [cardiopex.code], from: '2025-09-05' }),
    ],
    ['is a child’s', hypertension({ medicines: [cardiopex.code], dependantId: '1' })],
    ['raises nothing', hypertension({ keyLetter: 'K', rateBasisPoints: 7_000 })],
    ['has no rate', hypertension({ keyLetter: 'K', rateBasisPoints: undefined })],
  ])('is not taken from an approval that %s', (_, approval) => {
    const input = fileWith({ approvals: [approval] });
    expect([paidForBoxes(input), reasonsOf(input)]).toEqual([ORDINARY, []]);
  });

  it('is that of the day of dispensing, also where the visit was before it was granted', () => {
    const granted = hypertension({ medicines: [cardiopex.code], from: '2025-09-04' });
    expect(paidForBoxes(fileWith({ approvals: [granted] }))).toBe(NAMED);
  });

  it('is said by a supervisor where two approvals name the boxes at two rates', () => {
    const approvals = [
      hypertension({ medicines: [cardiopex.code] }),
      hypertension({ approvalId: 'ALD2', substances: ['cardiopexine'], rateBasisPoints: 10_000 }),
    ];
    expect(reasonsOf(fileWith({ approvals }))).toEqual(['doubt RATE_UNKNOWN 1']);
    const overrides = [{ code: 'RATE_UNKNOWN', line: 1, terms: { rateBasisPoints: 10_000 } }];
    expect(paidForBoxes(fileWith({ approvals, overrides }))).toBe(16_900);
  });

  it('of the approval that names the boxes counts before one that says nothing of medicines', () => {
    const silent = hypertension({ approvalId: 'ALD2', keyLetter: 'K', rateBasisPoints: 10_000 });
    const input = fileWith({ approvals: [silent, hypertension({ medicines: [cardiopex.code] })] });
    expect([paidForBoxes(input), reasonsOf(input)]).toEqual([NAMED, []]);
  });

  it('makes nothing of boxes that the list does not pay, and asks nothing about them', () => {
    const unpaid = medicineOf({ prices: [priceOf({ rateBasisPoints: 0 })] });
    const ofUnpaid = (approval: PriorApproval): AdjudicationInput =>
      withBoxes(
        {},
        {
          person: personFile({ priorApprovals: [approval] }),
          medicines: new Map([[unpaid.code, unpaid]]),
        },
      );
    for (const approval of [hypertension({ medicines: [unpaid.code] }), hypertension({ keyLetter: 'K' })])
      expect(reasonsOf(ofUnpaid(approval))).toEqual(['rejection MEDICINE_NOT_REIMBURSABLE 1']);
  });

  it('of a child is paid for its boxes, and not for those of its parent', () => {
    const approvals = [hypertension({ medicines: [cardiopex.code], dependantId: '1' })];
    const person = personFile({ dependants: [child()], priorApprovals: approvals });
    const ofChild = withBoxes(
      {},
      {
        person,
        form: {
          acts: [act()],
          beneficiaryLink: field('child'),
          patientName: field('BENNANI Adam'),
          patientBirthDate: field('2017-06-02'),
        },
      },
    );
    expect(paidForBoxes(ofChild)).toBe(NAMED);
    expect(paidForBoxes(withBoxes({}, { person }))).toBe(ORDINARY);
  });
});
