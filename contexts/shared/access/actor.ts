import type { StaffRole } from './access.ts';

/** Someone of the staff, as their session says. */
export interface Staff {
  readonly kind: 'staff';
  /** Stands in audit records; never a name. */
  readonly userId: string;
  /** Behind a route: those that grant its operation. */
  readonly roles: readonly StaffRole[];
  /** Their own number as an insured person, where they have one: nobody reviews their own family's claims. */
  readonly registrationNumber?: string | undefined;
  /** The channel that an agency clerk works for. */
  readonly channelId?: string | undefined;
}

/** An insured person, who may see their own file only. */
export interface Insured {
  readonly kind: 'insured';
  readonly registrationNumber: string;
}

export type Actor = Staff | Insured;
