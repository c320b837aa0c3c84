/** What was sent to a person, or why not. */
export interface MessageRecord {
  readonly claimId: string;
  /** Identity of the message within the claim. */
  readonly messageKey: string;
  readonly state: 'SENDING' | 'SENT' | 'SKIPPED';
  readonly kind: string;
  readonly language?: string | undefined;
  readonly text?: string | undefined;
  readonly segments?: number | undefined;
  readonly skippedBecause?: string | undefined;
  /** Id the SMS provider gave it. */
  readonly providerMessageId?: string | undefined;
  /** ISO instant at which sending began, or was decided against. */
  readonly updatedAt: string;
}
