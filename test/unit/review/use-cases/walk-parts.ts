import type { ReasonCode } from '../../../../contexts/claims/domain/decision.ts';
import type { Dispensing } from '../../../../contexts/reading/domain/care-form.ts';
import type { PriorApproval } from '../../../../contexts/registry/records/registry-records.ts';
import { readRuleBookData } from '../../../../contexts/rules/rule-book-data.ts';
import { act, child, field } from '../../adjudication/domain/claim-builder.ts';
import {
  boxesOf,
  cardiopex,
  dispensing as boxesSold,
  pharmacy,
} from '../../adjudication/domain/medicines/dispensing-builder.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import type { Step, Walk } from './reason-walk.ts';

export const registrationNumber = '184203957';
export const weak = { confidencePercent: 30, doubts: ['LOW_CONFIDENCE' as const] };
export const keys = (name: FieldChange['field'], value: string | number, line?: number): Step => ({
  keys: [{ field: name, value, line }],
});
export const sets = (
  code: ReasonCode,
  terms?: NonNullable<Extract<Step, { setsAside: unknown }>['terms']>,
): Step => ({
  setsAside: [code],
  ...(terms === undefined ? {} : { terms }),
});

export { cardiopex, pharmacy };
export const box = boxesOf(cardiopex.code, 1, 9_620);
export const dispensing = (more: Partial<Dispensing> = {}): Dispensing =>
  boxesSold({ medicines: [box], ...more });
export const withBox = (more: Partial<Dispensing> = {}): Pick<Walk, 'form' | 'pharmacy' | 'medicines'> => ({
  form: { dispensing: dispensing(more), totalCentimes: field(25_000 + 9_620) },
  pharmacy,
  medicines: [cardiopex],
});

export const coverage = {
  type: 'coverage',
  registrationNumber,
  scheme: 'AMO_SALARIE',
  from: '2015-01-01',
} as const;
export const spouse = child({
  link: 'spouse',
  name: { family: 'IDRISSI', given: 'Salma' },
  birthDate: '1982-01-09',
});
export const ofSpouse = {
  beneficiaryLink: field('spouse' as const),
  patientName: field('IDRISSI Salma'),
  patientBirthDate: field('1982-01-09'),
};
export const approval = (more: Partial<PriorApproval>): PriorApproval => ({
  type: 'prior-approval',
  registrationNumber,
  approvalId: 'A1',
  keyLetter: 'CS',
  from: '2025-01-01',
  to: '2025-12-31',
  rateBasisPoints: 9500,
  ...more,
});
export const actsOf = (...values: readonly Parameters<typeof act>[0][]) => ({
  acts: values.map((one) => act(one)),
});
export const days = (count: number, apart: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2025, 4, 1 + index * apart)).toISOString().slice(0, 10),
  );
export const data = readRuleBookData();
export const signal = (walk: Omit<Walk, 'steps' | 'ends'>): Walk => ({
  ...walk,
  steps: [],
  ends: 'APPROVED',
});
export const rejectedBy = (rejects: Extract<Step, { rejects: unknown }>['rejects']): Walk => ({
  form: { inpe: field('091024573', weak) },
  steps: [{ rejects }],
  ends: 'REJECTED',
});
