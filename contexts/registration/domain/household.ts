import type { KnownPerson } from '#registry';
import type { LineOutcome, ListedMember } from '../records/list-lines.ts';
import type { IdentityFacts } from './identity-facts.ts';
import type { LineDecision, ListContext } from './line-decision.ts';
import type { LineToDecide } from './line-outcome.ts';
import type { NewDependant } from './registration.ts';

/** A line of a household with what the registry knows of its numbers. */
export interface MemberLine {
  readonly linked: LineToDecide;
  readonly member: ListedMember;
  readonly facts: IdentityFacts;
}

/** What all lines of RAMED households have in common. */
export interface MigrationContext extends ListContext {
  /** First day of the new coverage. */
  readonly coverageFrom: string;
  /** Day on which other covers are looked at: that one, or that of the list where it is later. */
  readonly day: string;
}

/** Under whom the members of a household are declared: someone the head's own line registers, or someone who is registered. */
export type Family = (
  | { readonly kind: 'new'; readonly headLine: number; readonly from: string }
  | { readonly kind: 'known'; readonly head: KnownPerson; readonly from: string }
) & {
  /** Where the head is asked for what a member lacks; phone null: by letter. */
  readonly tell: Pick<NonNullable<LineOutcome['tell']>, 'phone' | 'language'>;
};

export interface HeadDecision {
  readonly decision: LineDecision;
  /** Absent: the head is not registered, so nobody is under him. */
  readonly family?: Family;
}

export interface MemberDecision {
  readonly decision: LineDecision;
  readonly dependant?: NewDependant;
}
