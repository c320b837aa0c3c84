import type { ReasonCode } from '../../../contexts/claims/domain/decision.ts';
import type { QuarantineReason } from '../../../contexts/claims/domain/quarantine-reason.ts';
import type { Centimes } from '../../../contexts/shared/money.ts';
import type { Household } from './household.ts';
import type { ExpectedClaim, ExpectedEnd, ExpectedSms } from './scenario.ts';

type ToldState = 'APPROVED' | 'PARTLY_APPROVED' | 'PARTLY_REFERRED' | 'REJECTED' | 'INCOMPLETE';

const EVENTS = {
  APPROVED: 'claim.approved.v1',
  PARTLY_APPROVED: 'claim.partly-approved.v1',
  PARTLY_REFERRED: 'claim.partly-referred.v1',
  REJECTED: 'claim.rejected.v1',
  INCOMPLETE: 'claim.incomplete.v1',
} as const satisfies Record<ToldState, string>;

function smsTo(household: Household, state: ToldState): ExpectedSms {
  if (household.smsOptOut) return { kind: 'skipped', reason: 'OPTED_OUT' };
  if (household.phone === undefined) return { kind: 'skipped', reason: 'NO_PHONE' };
  return { kind: 'sent', event: EVENTS[state], language: household.language };
}

/** A claim that is paid, in full or in part or until the rest is decided, to the account on file; held where there is none. */
export function paid(
  household: Household,
  state: 'APPROVED' | 'PARTLY_APPROVED' | 'PARTLY_REFERRED',
  billedCentimes: Centimes,
  paidCentimes: Centimes,
  reasonCodes: readonly ReasonCode[] = [],
): ExpectedClaim {
  const payment =
    household.account === undefined
      ? ({ state: 'HELD', reason: 'ACCOUNT_MISSING' } as const)
      : ({ state: 'PENDING' } as const);
  return { state, reasonCodes, billedCentimes, paidCentimes, payment, sms: smsTo(household, state) };
}

/** A claim that is not paid, and of which the insured is notified. */
export function unpaid(
  household: Household,
  state: 'REJECTED' | 'INCOMPLETE',
  billedCentimes: Centimes,
  reasonCodes: readonly ReasonCode[],
): ExpectedClaim {
  return { state, reasonCodes, billedCentimes, paidCentimes: 0, sms: smsTo(household, state) };
}

/** A claim that waits for a person of the fund. */
export function referred(billedCentimes: Centimes, reasonCodes: readonly ReasonCode[]): ExpectedClaim {
  return { state: 'REFERRED', reasonCodes, billedCentimes, paidCentimes: 0, sms: { kind: 'none' } };
}

export function read(...claims: readonly ExpectedClaim[]): ExpectedEnd {
  return { file: 'READ', claims };
}

export function quarantined(quarantineReason: QuarantineReason): ExpectedEnd {
  return { file: 'QUARANTINED', quarantineReason, claims: [] };
}
