/** Who works here. */
export interface StaffDirectory {
  /** Whether there is an account of this user id that may work as a contractor. */
  isContractor(userId: string): Promise<boolean>;
}
