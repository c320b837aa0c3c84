import type { Coverage, Dependant, KnownPerson, OtherCover, ReferenceFacts } from '#registry';
import type { PlannedClosing, ReferralReason } from './rights-run.ts';

/** What the check finds of one person. */
export type RightFinding =
  /** No right to Tadamon or Achamil that could be lost. */
  | { readonly kind: 'none' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'closing'; readonly closing: PlannedClosing }
  | { readonly kind: 'referral'; readonly reason: ReferralReason };

/** Schemes for those whom no other scheme covers (law 27-22, law 60-22); their rights are checked from time to time. */
const CHECKED: ReadonlySet<string> = new Set(['AMO_TADAMON', 'AMO_ACHAMIL']);

/**
 * Whether a person keeps the right to Tadamon or Achamil on a day (ISO). It is lost to a cover in any other scheme, and by
 * death. A score above the threshold is not looked at here: the social register reports it in lists of its own.
 *
 * A right lost to another cover ends on the day of the check, not on the first day of that cover: no source names the day, and
 * what was given in good faith until then stays.
 */
export function checkRight(
  { person, coverages, dependants }: KnownPerson,
  reference: ReferenceFacts | undefined,
  asOf: string,
): RightFinding {
  const rights = coverages.filter((coverage) => CHECKED.has(coverage.scheme) && isOpenAfter(coverage, asOf));
  const [coverage, ...others] = rights;
  if (coverage === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'referral', reason: 'SEVERAL_RIGHTS' };
  const deceasedOn = person.deceasedOn ?? reference?.deceasedOn;
  if (deceasedOn !== undefined && deceasedOn <= asOf)
    return closingByDeath(coverage, deceasedOn, dependants, asOf);
  const otherCover = otherCoverOn(coverage, coverages, reference, asOf);
  if (otherCover === undefined) return { kind: 'kept' };
  const phone = person.smsOptOut ? null : (person.phone ?? null);
  return {
    kind: 'closing',
    closing: {
      coverage,
      to: asOf,
      reason: 'OTHER_COVER',
      otherCover,
      tell: { phone, language: person.language },
    },
  };
}

/** The family of a deceased person keeps its right for some months, which only the open coverage shows: a person decides. */
function closingByDeath(
  coverage: Coverage,
  deceasedOn: string,
  dependants: readonly Dependant[],
  asOf: string,
): RightFinding {
  const hasFamily = dependants.some(
    (dependant) =>
      (dependant.to === undefined || asOf <= dependant.to) &&
      (dependant.deceasedOn === undefined || asOf < dependant.deceasedOn),
  );
  if (hasFamily) return { kind: 'referral', reason: 'DECEASED_WITH_FAMILY' };
  const to = deceasedOn < coverage.from ? coverage.from : deceasedOn;
  return { kind: 'closing', closing: { coverage, to, reason: 'DECEASED', otherCover: null, tell: null } };
}

/** The first other scheme that covers the person: the registry's own word before that of reference lists. */
function otherCoverOn(
  checked: Coverage,
  coverages: readonly Coverage[],
  reference: ReferenceFacts | undefined,
  asOf: string,
): OtherCover | undefined {
  const known: readonly {
    readonly scheme: OtherCover;
    readonly from: string;
    readonly to?: string | undefined;
  }[] = [...coverages.filter(({ scheme }) => !CHECKED.has(scheme)), ...(reference?.covers ?? [])];
  return known.find(
    ({ scheme, from, to }) => scheme !== checked.scheme && from <= asOf && (to === undefined || asOf <= to),
  )?.scheme;
}

/** A coverage that ends on the day itself has nothing left that could be closed. */
function isOpenAfter({ from, to }: Coverage, day: string): boolean {
  return from <= day && (to === undefined || day < to);
}
