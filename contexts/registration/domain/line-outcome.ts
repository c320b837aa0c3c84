import type { Person } from '#registry';
import type { LineOutcome, LinkedLine, OutcomeCode, UsableLine } from '../records/list-lines.ts';
import type { LineDecision, LineWrite } from './line-decision.ts';

/** A line that can be read, with its link. */
export interface LineToDecide {
  readonly verified: UsableLine;
  readonly link: LinkedLine['link'];
}

/** What an outcome says beyond its code. */
export type OutcomeDetails = Partial<
  Pick<
    LineOutcome,
    'reasons' | 'registrationNumber' | 'otherCover' | 'duplicateOfLine' | 'scheme' | 'rightFrom' | 'tell'
  >
>;

export function decision(
  { verified }: LinkedLine,
  code: OutcomeCode,
  details: OutcomeDetails = {},
  writes: readonly LineWrite[] = [],
): LineDecision {
  const outcome: LineOutcome = {
    line: verified.line,
    reference: verified.reference,
    code,
    reasons: [],
    warnings: verified.status === 'usable' ? verified.warnings : [],
    registrationNumber: null,
    otherCover: null,
    duplicateOfLine: null,
    scheme: null,
    rightFrom: null,
    tell: null,
    ...details,
  };
  return { outcome, writes };
}

/** What is said of a line without looking at the registry: it cannot be read, or it is linked to another. */
export function decideByLine(linked: LinkedLine): LineDecision | undefined {
  const { verified, link } = linked;
  if (verified.status === 'invalid') return decision(linked, 'INVALID', { reasons: verified.reasons });
  if (link === null) return undefined;
  const other = { duplicateOfLine: link.line, registrationNumber: link.registrationNumber };
  switch (link.kind) {
    case 'conflict':
      return decision(linked, 'IDENTITY_MISMATCH', other);
    case 'duplicate':
      return decision(linked, 'DUPLICATE', other);
    case 'possible':
      return decision(linked, 'POSSIBLE_DUPLICATE', other);
  }
}

/** A change is sent to the phone on file, else to that of the list; whoever wants no SMS gets a letter. */
export function tellOfChange(
  kind: 'coverage-changed' | 'coverage-closed',
  { phone, language, smsOptOut }: Person,
  because: string,
  listedPhone?: string,
): LineOutcome['tell'] {
  return { kind, phone: smsOptOut ? null : (phone ?? listedPhone ?? null), language, reason: because };
}
