import type { ReasonCode } from '../../../contexts/claims/domain/decision.ts';
import type { ClaimEvent } from '../../../contexts/events/events.ts';
import type { HeldReason } from '../../../contexts/claims/domain/claim.ts';
import type { ClaimState, FileState } from '../../../contexts/claims/domain/states.ts';
import type { QuarantineReason } from '../../../contexts/claims/domain/quarantine-reason.ts';
import type { Centimes } from '../../../contexts/shared/money.ts';
import type { ScanSpec } from '../render-scan.ts';
import { PROVIDERS } from './providers.ts';
import type { MedicineFormSpec } from './medicine-form.ts';
import type { Damage } from '../files/damage.ts';

/** Where a sample's bytes come from. */
type SampleSource =
  | { readonly kind: 'scan'; readonly scan: ScanSpec }
  | { readonly kind: 'medicine-form'; readonly form: MedicineFormSpec }
  /** A scan that was spoiled on its way. */
  | { readonly kind: 'damaged'; readonly scan: ScanSpec; readonly damage: Damage }
  /** Something else under a scan's name. */
  | { readonly kind: 'text'; readonly fileName: string; readonly text: string }
  /** The same bytes as another sample, under another name. */
  | { readonly kind: 'copy'; readonly of: string };

export type ExpectedSms =
  | { readonly kind: 'sent'; readonly event: ClaimEvent['type']; readonly language: 'ar' | 'fr' }
  | { readonly kind: 'skipped'; readonly reason: 'OPTED_OUT' | 'NO_PHONE' }
  /** Nothing is sent: the claim waits for a person, or nobody was identified. */
  | { readonly kind: 'none' };

export interface ExpectedClaim {
  readonly state: ClaimState;
  /** Reasons that must be among the findings, signals included. */
  readonly reasonCodes: readonly ReasonCode[];
  readonly billedCentimes: Centimes;
  readonly paidCentimes: Centimes;
  /** Absent where nothing is paid. */
  readonly payment?: { readonly state: 'PENDING' } | { readonly state: 'HELD'; readonly reason: HeldReason };
  readonly sms: ExpectedSms;
}

export interface ExpectedEnd {
  readonly file: FileState;
  readonly quarantineReason?: QuarantineReason;
  /** In the order of the forms in the file. */
  readonly claims: readonly ExpectedClaim[];
}

/** One file of the demonstration and how it must end. */
export interface Scenario {
  readonly id: string;
  /** What it shows, for people. */
  readonly title: string;
  readonly channelId: string;
  /** ISO date the channel says it took the paper in; absent: the day of upload. */
  readonly submissionDate?: string;
  /** Ids of scenarios that must have ended before this file is sent: what it shows depends on them. */
  readonly after: readonly string[];
  readonly source: SampleSource;
  readonly expected: ExpectedEnd;
}

export const CHANNELS = {
  agency: 'agency-casa-anfa',
  shop: 'shop-meknes-112',
  mobile: 'mobile-07',
  /** Of an establishment that files for itself. */
  clinic: `provider-${PROVIDERS.clinic.inpe}`,
} as const;
