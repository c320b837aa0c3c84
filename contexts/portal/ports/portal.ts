import type { AskedAccount, Dependant, Person } from '#registry';
import type { EvidenceRef, EvidenceType, RequestRefusal } from '../api/portal.ts';

/** What the portal needs of what is kept: one person's own things, and what they may change of them. */

/** A request to declare a member of the family, with the documents that prove it. */
export interface DependantRequest {
  readonly requestId: string;
  readonly registrationNumber: string;
  readonly state: 'OPEN' | 'ACCEPTED' | 'REFUSED';
  /** ISO instant. */
  readonly requestedAt: string;
  readonly declared: Pick<Dependant, 'link' | 'name' | 'birthDate' | 'sex' | 'cin'>;
  readonly documents: readonly (EvidenceRef & ReceivedEvidence)[];
  readonly decidedAt?: string | undefined;
  /** Id of the supervisor. */
  readonly decidedBy?: string | undefined;
  readonly refusal?: RequestRefusal | undefined;
}

/** Changes of one's own file; each is one transaction with the event that says so, and may be repeated. */
export interface OwnFile {
  changeLanguage(registrationNumber: string, language: Person['language']): Promise<void>;
  /** @returns `refused` while another change is open */
  requestAccount(account: AskedAccount): Promise<'applied' | 'refused'>;
  /** @param today ISO date; @returns `refused` once it is in effect, or was cancelled */
  cancelAccount(account: AskedAccount, cancelledAt: string, today: string): Promise<'applied' | 'refused'>;
}

/** What gives a grown-up child the right that others of that age have not. */
export type Proof = Pick<Dependant, 'studies' | 'disabled' | 'disabledTo'>;

export type AcceptResult = 'applied' | 'refused' | 'cin-taken';

export interface DependantRequests {
  open(request: DependantRequest): Promise<void>;
  /** Newest first. */
  listOf(registrationNumber: string): Promise<readonly DependantRequest[]>;
  find(requestId: string): Promise<DependantRequest | undefined>;
  /** Those that wait for a decision, oldest first. */
  listOpen(
    cursor?: string,
  ): Promise<{ readonly requests: readonly DependantRequest[]; readonly nextCursor?: string | undefined }>;
  /** Declares the member and closes the request; `refused`: decided meanwhile, or the id was taken. */
  accept(request: DependantRequest, dependant: Dependant): Promise<AcceptResult>;
  /**
   * Adds what was proved to a member who is declared already, and closes the request; `refused`: decided meanwhile, or the member
   * was changed.
   */
  prove(request: DependantRequest, before: Dependant, proof: Proof): Promise<'applied' | 'refused'>;
  refuse(request: DependantRequest): Promise<'applied' | 'refused'>;
}

export interface EvidenceForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Documents of the insured. Where one lies is made of its id and of its owner's number: whoever names someone else's id finds
 * nothing there.
 */
export interface Evidence {
  /** A form that takes this one file. */
  createForm(document: EvidenceOwner & { readonly contentType: EvidenceType }): Promise<EvidenceForm>;
  /** What was uploaded first; undefined where nothing was. */
  findReceived(document: EvidenceOwner): Promise<ReceivedEvidence | undefined>;
  /** An address to look at the version that was received, good for some minutes. */
  addressOf(document: EvidenceOwner & ReceivedEvidence): Promise<string>;
}

/** A document as it was received: whatever is uploaded to its place later is not looked at. */
export interface ReceivedEvidence {
  readonly contentType: EvidenceType;
  /** Left out where it was received before versions were recorded. */
  readonly versionId?: string | undefined;
  /** How often the form had been used by then: more than once is odd. */
  readonly versionCount?: number | undefined;
}

export interface EvidenceOwner {
  readonly registrationNumber: string;
  readonly documentId: string;
}

/** A notice to a person about their own file. */
export interface Notice {
  readonly registrationNumber: string;
  /** Id of the event it tells of. */
  readonly noticeKey: string;
  readonly kind: string;
  readonly language: string;
  readonly text: string;
  /** ISO instant at which sending began. */
  readonly updatedAt: string;
}

export interface NoticeStore {
  /**
   * Takes the right to send. `known`: it was sent; `refused`: another copy of the event is sending it at this moment.
   */
  begin(notice: Notice, leaseSeconds: number): Promise<'applied' | 'known' | 'refused'>;
  recordSent(notice: Notice, providerMessageId: string): Promise<void>;
}
