import type { FoundPaid, SettledPart } from '#claims';
import type { Medicine } from '#medicines';
import type { CareForm, PageRole } from '#reading';
import type { PersonFile, Provider, ProviderAccount } from '#registry';
import type { RuleBook } from '#rules';
import type { SetAside } from './set-aside.ts';

/** What is known of the claim besides its form. Days are ISO dates. */
export interface ClaimFacts {
  readonly claimId: string;
  readonly fileId: string;
  readonly channelId: string;
  /** Day the channel took the paper in: filing in time counts by it. */
  readonly submissionDate: string;
  /** Day the file came to Milaf; the day of the decision where it is not given. */
  readonly receivedOn?: string | undefined;
  readonly decidedOn: string;
  /** 0-based index of the form in its file. */
  readonly formIndex: number;
  readonly formsInFile: number;
}

/** An establishment that files for itself, and its accounts of all times. */
export interface FilingEstablishment {
  readonly inpe: string;
  readonly accounts: readonly ProviderAccount[];
}

/** A form as the OCR read it, with what the registers say to that. */
export type FormAsRead = Pick<
  AdjudicationInput,
  'form' | 'person' | 'personByCin' | 'provider' | 'rowProviders' | 'pharmacy' | 'medicines'
>;

/** All that a decision depends on: the same input gives the same decision, years later too. */
export interface AdjudicationInput {
  readonly claim: ClaimFacts;
  readonly form: CareForm;
  /** Of the whole file, in page order. */
  readonly pageRoles: readonly PageRole[];
  /** Who read the form (`textract`, `tesseract`); the strictest thresholds of all where it is not given or not known. */
  readonly ocrEngine?: string | undefined;
  /** Whom the registration number on the form finds. */
  readonly person: PersonFile | undefined;
  /** Registration number of the person whose CIN is on the form. */
  readonly personByCin: string | undefined;
  /** Whom the INPE on the form finds. */
  readonly provider: Provider | undefined;
  /** Whom the INPEs in the rows of acts find, by INPE. */
  readonly rowProviders?: ReadonlyMap<string, Provider> | undefined;
  /** Whom the INPE of the pharmacy finds. */
  readonly pharmacy?: Provider | undefined;
  /** The fund's list, as far as the boxes on the form need it: by EAN-13. */
  readonly medicines?: ReadonlyMap<string, Medicine> | undefined;
  /** Acts that OTHER claims were paid for, or wait to be: fingerprint to claim id. */
  readonly knownFingerprints: ReadonlyMap<string, string>;
  /** Acts that this claim took when part of it was paid. */
  readonly ownFingerprints?: ReadonlySet<string> | undefined;
  /** Families, providers and days at which OTHER claims were paid for an act: group to claim id. */
  readonly knownGroups?: ReadonlyMap<string, string> | undefined;
  /** The establishment that filed the claim itself, by its own channel; undefined where the insured did. */
  readonly filedBy?: FilingEstablishment | undefined;
  /** What of this claim was paid before, while other lines waited. */
  readonly settledPart?: SettledPart | undefined;
  /** Lines of this claim that decisions before found to be paid in others. */
  readonly foundPaid?: FoundPaid | undefined;
  /** What was read before people changed the form: absent where nobody did, unknown where it was not kept. */
  readonly asRead?: FormAsRead | 'unknown' | undefined;
  /** Findings that a supervisor set aside. */
  readonly overrides?: readonly SetAside[] | undefined;
  readonly rules: RuleBook;
}
