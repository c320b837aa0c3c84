import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../../contexts/registry/records/registry-records.ts';
import type { Decision, ReasonCode } from '../../../contexts/claims/domain/decision.ts';
import type { Claim } from '../../../contexts/claims/domain/claim.ts';
import { claimIdOf, type ScanFile } from '../../../contexts/claims/domain/scan-file.ts';
import { fileIdOf } from '../../../contexts/intake/domain/receipt.ts';
import { priceLine } from '../../../contexts/adjudication/domain/tariffs/price-line.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';

/** Days over which claims are spread: three months, as reviewers search. */
export const DAYS = 92;
/** Claims of a person in these days, so that their list has a page and a little more. */
const CLAIMS_A_PERSON = 30;
const CHANNELS = ['agency-rabat-01', 'agency-fes-01', 'shop-casa-07', 'shop-agadir-02', 'mobile-taza-01'];
const RIB = '007780000123456789012396';
const LINES = 3;
/** One of each group of doubts that reviewers work on, so that a queue of all groups asks for all. */
const DOUBTS: readonly ReasonCode[] = [
  'CIN_UNREADABLE',
  'BENEFICIARY_AMBIGUOUS',
  'SEVERAL_COVERAGES',
  'PAGE_NOT_READ',
  'CARE_DATE_IMPLAUSIBLE',
  'INPE_UNKNOWN',
  'TARIFF_NOT_CERTAIN',
  'AMOUNT_MISMATCH',
];

export const doubtOf = (seed: number): ReasonCode => DOUBTS[seed % DOUBTS.length] ?? 'CIN_UNREADABLE';

export const registrationNumberOf = (seed: number): string =>
  String(100_000_000 + Math.floor(seed / CLAIMS_A_PERSON));

export const cinOf = (person: number): string => `BK${String(person + 1).padStart(6, '0')}`;

export const dayOf = (seed: number, today: string): string =>
  Temporal.PlainDate.from(today)
    .subtract({ days: seed % DAYS })
    .toString();

const channelOf = (seed: number): string => CHANNELS[seed % CHANNELS.length] ?? '';

export function fileOf(seed: number, today: string): ScanFile & { readonly contentSha256: string } {
  const day = dayOf(seed, today);
  const upload = { bucket: 'scans', key: `incoming/${channelOf(seed)}/${day}/${seed}`, versionId: '1' };
  return {
    fileId: fileIdOf(upload),
    state: 'ACCEPTED',
    version: 1,
    channelId: channelOf(seed),
    upload,
    uploadedAt: `${day}T09:00:00.000Z`,
    submissionDate: day,
    receivedOn: day,
    submissionSignals: [],
    contentSha256: String(seed).padStart(64, '0'),
    mediaType: 'application/pdf',
    pageCount: 3,
    readingAttempt: 1,
  };
}

/** A claim that was paid. */
export function claimOf(seed: number, today: string) {
  const { fileId, channelId, submissionDate, receivedOn, submissionSignals } = fileOf(seed, today);
  return {
    claimId: claimIdOf(fileId, 1),
    state: 'APPROVED',
    version: 5,
    ...{ fileId, channelId, submissionDate, receivedOn, submissionSignals },
    formNumber: 1,
    formsInFile: 1,
    registrationNumber: registrationNumberOf(seed),
    scheme: 'AMO_SALARIE',
    billedCentimes: 45_000,
    paidCentimes: 16_800,
    payment: { state: 'PAID', attempt: 1, amountCentimes: 16_800, rib: RIB, batchId: 'R20260101-BENCH' },
  } as const satisfies Claim;
}

/** Three consultations, priced by the house's rules. */
export function decisionOf(
  outcome: 'approved' | 'referred',
  registrationNumber: string,
  day: string,
  doubt: ReasonCode = 'CIN_UNREADABLE',
): Decision {
  const rules = currentRuleBook();
  const request = { keyLetter: 'C', coefficientHundredths: 100, billedCentimes: 15_000, dateOfCare: day };
  const priced = priceLine(
    {
      ...request,
      scheme: 'AMO_SALARIE',
      provider: { sector: 'PRIVATE', specialty: 'medecine generale' },
      beneficiary: { kind: 'insured' },
      priorApprovals: [],
    },
    rules,
  );
  const isPaid = outcome === 'approved';
  const lines = Array.from({ length: LINES }, () => ({
    ...request,
    unitTariffCentimes: priced.unitTariffCentimes,
    basisCentimes: priced.basisCentimes,
    rateBasisPoints: priced.rateBasisPoints,
    paidCentimes: priced.paidCentimes,
    outcome: isPaid ? ('paid' as const) : ('referred' as const),
    ruleIds: priced.ruleIds,
  }));
  return {
    outcome,
    registrationNumber,
    beneficiary: { kind: 'insured' },
    scheme: 'AMO_SALARIE',
    lines,
    billedCentimes: LINES * request.billedCentimes,
    paidCentimes: isPaid ? LINES * (priced.paidCentimes ?? 0) : 0,
    findings: isPaid ? [] : [{ kind: 'doubt', code: doubt }],
    ruleBookVersion: rules.version,
    fingerprints: lines.map(() => undefined),
    fingerprintGroups: lines.map(() => undefined),
    destination: isPaid ? { kind: 'account', rib: RIB } : undefined,
  };
}

export function personOf(person: number): Person {
  return {
    type: 'person',
    registrationNumber: registrationNumberOf(person * CLAIMS_A_PERSON),
    cin: cinOf(person),
    name: { family: 'BENCH', given: 'PERSON' },
    birthDate: '1980-01-01',
    language: 'fr',
    smsOptOut: false,
  };
}
