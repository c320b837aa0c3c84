import type { BeneficiaryRef, Finding, FingerprintOfForm } from '#claims';
import type { CoverageCheck } from '#coverage';
import type { PersonFile } from '#registry';
import type { LineAsRead } from './line-identity.ts';
import type { ReadAct } from './read-act.ts';
import type { TakenAct, TakenCare } from './taken-care.ts';
import type { PricedLine } from './tariffs/price-line.ts';

/** What is known for certain of the claim by the time its acts are looked at. */
export interface CertainFacts {
  readonly person: PersonFile | undefined;
  readonly beneficiary: BeneficiaryRef | undefined;
  /** A rule rejects the whole claim: no act needs a price, and what is unknown of prices is no doubt any more. */
  readonly isClaimRejected: boolean;
  /** What other claims were paid for, as far as it can be read. */
  readonly taken?: TakenCare | undefined;
  /** Lines that were paid while others waited. */
  readonly linesPaidBefore?: ReadonlySet<number> | undefined;
}

/** A line of the claim, an act or boxes of a medicine, and all that is certain of it. */
export interface AssessedLine {
  readonly act: LineAsRead & { readonly sure: { readonly dateOfCare: string | undefined } };
  readonly coverage: CoverageCheck | undefined;
  readonly priced: PricedLine | undefined;
  readonly fingerprint: string | undefined;
  readonly group: string | undefined;
  /** What a paid line leaves behind of who was cared for, and of what was done for them that day. */
  readonly traces: readonly Omit<FingerprintOfForm, 'line'>[];
  readonly findings: readonly Finding[];
}

export interface AssessedAct extends AssessedLine {
  readonly act: ReadAct;
  /** The act as its family's group keeps it. */
  readonly taken: TakenAct | undefined;
  /** Sessions of approvals that it takes where it is paid; among its traces. */
  readonly sessions?: readonly Omit<FingerprintOfForm, 'line'>[] | undefined;
}

export type LineFinding = Omit<Finding, 'line'>;
