import type { Finding, StatedTerms } from '#claims';

/** A finding that a supervisor set aside: its code, and its line where it is about one. */
export interface SetAside {
  readonly code: string;
  readonly line?: number | undefined;
  readonly terms?: StatedTerms | undefined;
  /** What else it is about (`isOfContent`); everything where it is not given. */
  readonly found?: readonly string[] | undefined;
}

type TermName = keyof StatedTerms;

const REFERENCE: readonly TermName[] = ['referenceCentimes'];

/** Findings that leave something open without which nothing can be paid, and what has to be said in its place. */
const neededTerms: Readonly<Record<string, readonly TermName[]>> = {
  SEVERAL_COVERAGES: ['scheme'],
  ACT_UNKNOWN: REFERENCE,
  TARIFF_UNKNOWN: REFERENCE,
  TARIFF_NOT_CERTAIN: REFERENCE,
  RATE_UNKNOWN: ['rateBasisPoints'],
  CEILING_REACHED: ['paidBeforeCentimes'],
  MEDICINE_UNKNOWN: ['referenceCentimes', 'rateBasisPoints'],
  MEDICINE_PRICE_UNKNOWN: ['referenceCentimes', 'rateBasisPoints'],
};

/** What a supervisor has to say to set a finding aside. */
export function termsNeeded({ code }: { readonly code: string }): readonly TermName[] {
  return neededTerms[code] ?? [];
}

/** Whether all that a finding leaves open is said, and a scheme is one that covers the person. */
export function areTermsEnough(
  finding: { readonly code: string; readonly details?: Finding['details'] | undefined },
  terms: StatedTerms = {},
): boolean {
  if (termsNeeded(finding).some((name) => terms[name] === undefined)) return false;
  const { schemes } = finding.details ?? {};
  return (
    finding.code !== 'SEVERAL_COVERAGES' ||
    String(schemes)
      .split(',')
      .includes(terms.scheme ?? '')
  );
}

/** What a supervisor says of a line in place of the findings with these codes; of several, the last word. */
export function termsFor(
  codes: readonly string[],
  line: number,
  overrides: readonly SetAside[] = [],
): StatedTerms {
  return overrides
    .filter((one) => one.line === line && codes.includes(one.code))
    .reduce<StatedTerms>((said, { terms }) => ({ ...said, ...terms }), {});
}
