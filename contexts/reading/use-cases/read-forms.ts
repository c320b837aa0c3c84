import {
  type Claim,
  claimIdOf,
  doPageCountsAgree,
  type FileStore,
  type QuarantineReason,
  type ScanFile,
} from '#claims';
import { throttleDelaySeconds } from '#shared';
import { ocrEngineOf, type OcrEngineName } from '../records/ocr-engine-name.ts';
import { textractAnswersSchema, toOcrDocument } from '../records/textract-blocks.ts';
import type { ReadForms } from '../records/work-messages.ts';
import type { FileReading } from '../domain/care-form.ts';
import type { OcrDocument } from '../domain/ocr-document.ts';
import { withPictureWords } from '../domain/picture-words.ts';
import {
  draftReading,
  inpesToAsk,
  looksWanted,
  registryKeysOf,
  settleReading,
  type DraftReading,
  type LinesToConfirm,
} from '../domain/read-file.ts';
import {
  noWitnesses,
  providerKeys,
  withProviders,
  type RegistryKeys,
  type Witnesses,
} from '../domain/witnesses.ts';
import type { ReadingStore } from '../ports/reading-store.ts';
import type { WitnessStore } from '../ports/witness-store.ts';
import { PageTooCostlyError } from '../ports/page-errors.ts';
import type { RegistryWitness } from '../ports/registry-witness.ts';
import type { WorkQueues } from '../ports/work-queues.ts';
import { FilePages, type FilePagesDependencies } from './witnesses/file-pages.ts';
import {
  hearPictures,
  picturesOfBefore,
  type HearPicturesDependencies,
  type PicturesSaid,
} from './witnesses/hear-pictures.ts';
import type { Heard } from './witnesses/heard.ts';
import {
  lookAgain,
  LookFailedError,
  type LookAgainDependencies,
  type SecondReading,
} from './witnesses/look-again.ts';

/** More care forms than one transaction can draft are no medical file. */
const MAX_FORMS_PER_FILE = 40;
/** So often the file waits for a second look that is not to be had; then it goes on without. */
const MAX_FAILED_LOOKS = 2;
/** A picture that kills whoever opens it leaves no error behind: after so many deliveries nobody opens it any more. */
const DELIVERIES_WITH_PICTURES = 3;
/**
 * How much of the registry is asked for a claim. Half a read unit for each key, each person who is known by the CIN alone, and
 * each family: 8 at most, 2.5 more where the rows of its table name several providers, and 1 more where only a second look read the
 * INPE (docs/cost.md).
 */
const REGISTRY_BUDGET = {
  registrationNumbers: 4,
  cins: 3,
  inpes: 3,
  inpesAgain: 2,
  rowInpes: 5,
  families: 3,
} as const;
/** What a claim with medicines asks for beside that: who sold them, and each kind of box. */
const MEDICINES_BUDGET = { pharmacies: 1, codes: 40 } as const;

export interface ReadFormsDependencies
  extends FilePagesDependencies, HearPicturesDependencies, LookAgainDependencies {
  readonly files: Pick<FileStore, 'find' | 'quarantine' | 'draftClaims'>;
  readonly readings: Pick<ReadingStore, 'loadAnswer' | 'saveForm'> & WitnessStore;
  readonly registry: RegistryWitness;
  readonly queues: Pick<WorkQueues, 'readForms'>;
  /** Which lines adjudication would want to be surer of, by who read them and the day whose thresholds hold. */
  readonly linesToConfirm: (ocrEngine: OcrEngineName, day: string) => LinesToConfirm;
  readonly random: () => number;
  /** Places that are read once more for one claim; 0: none. */
  readonly mostLooksPerClaim: number;
}

export interface ReadFormsResult {
  readonly outcome: 'drafted' | 'quarantined' | 'look-postponed' | 'already-done';
  readonly barcodeCount: number;
  /** Calls of the OCR that were paid. */
  readonly secondLookCalls: number;
  /** Why a witness was not heard, or not wholly; the file went on without. */
  readonly failure?: unknown;
}

/**
 * Makes the care forms of a file and drafts a claim for each, from the words that the OCR found and what else speaks: the
 * barcodes on the pages, the registry, and a second look at places that are in doubt. The words are enough: no other witness
 * stops a file. What does is a file of which it is not sure that all of it was read, or that nobody can look at.
 * @param deliveryCount how often this message was delivered, from 1
 * @throws Error when the file is not in the table: the message is tried again
 */
export async function readForms(
  message: ReadForms,
  deliveryCount: number,
  dependencies: ReadFormsDependencies,
): Promise<ReadFormsResult> {
  const { files, readings, queues, random } = dependencies;
  const nothing = { barcodeCount: 0, secondLookCalls: 0 };
  const found = await files.find(message.fileId);
  if (found === undefined) throw new Error('The file that was read is not in the claims table');
  if (found.state !== 'ACCEPTED' || found.readingAttempt !== message.readingAttempt)
    return { outcome: 'already-done', ...nothing };
  const file = { ...found, jobId: message.jobId };
  const answers = textractAnswersSchema.parse(await readings.loadAnswer(file.fileId));
  const document = toOcrDocument(answers);
  const { forms } = settleReading(draftReading(document), noWitnesses);
  if (forms.length > MAX_FORMS_PER_FILE) {
    await files.quarantine(file, 'TOO_MANY_FORMS');
    return { outcome: 'quarantined', ...nothing };
  }
  const pages = new FilePages(file, dependencies);
  try {
    const mayOpen = deliveryCount <= DELIVERIES_WITH_PICTURES;
    const counts = {
      atIntake: file.pageCount,
      byOcr: document.pages.length,
      whenOpened: mayOpen ? await countWhenDrawn(pages) : undefined,
    };
    if (!doPageCountsAgree(counts)) {
      await files.quarantine(file, 'PAGE_COUNT_UNCLEAR');
      return { outcome: 'quarantined', ...nothing };
    }
    const pictures = await lookAtPictures({ file, document, mayOpen }, pages, dependencies);
    const draft = draftReading(withPictureWords(document, pictures.said.words));
    const heard = await hear(
      {
        message,
        draft,
        barcodes: pictures.said.barcodes,
        linesToConfirm: dependencies.linesToConfirm(ocrEngineOf(answers), file.receivedOn),
        claims: Math.max(1, forms.length),
        mayOpen,
      },
      pages,
      dependencies,
    );
    const outcome = await settle(file, settleReading(draft, heard.said), ocrEngineOf(answers), dependencies);
    return {
      outcome,
      barcodeCount: pictures.said.barcodes.length,
      secondLookCalls: heard.secondLookCalls,
      failure: pictures.failure ?? heard.failure,
    };
  } catch (error) {
    if (error instanceof PageTooCostlyError) {
      // The machine may have been busy: it is tried again before nobody is to look at it.
      if (deliveryCount < DELIVERIES_WITH_PICTURES) throw error;
      await files.quarantine(file, 'TOO_COMPLEX');
      return { outcome: 'quarantined', ...nothing, failure: error };
    }
    if (!(error instanceof LookFailedError)) throw error;
    const failedLookCount = message.failedLookCount + 1;
    await queues.readForms({ ...message, failedLookCount }, throttleDelaySeconds(failedLookCount, random));
    return { outcome: 'look-postponed', ...nothing, failure: error.cause };
  } finally {
    await pages.close();
  }
}

/** @returns undefined where the file cannot be opened: it goes on without pictures */
async function countWhenDrawn(pages: FilePages): Promise<number | undefined> {
  try {
    return await pages.count();
  } catch (error) {
    if (error instanceof PageTooCostlyError) throw error;
    return undefined;
  }
}

interface Hearing {
  readonly message: ReadForms;
  readonly draft: DraftReading;
  readonly barcodes: PicturesSaid['barcodes'];
  readonly linesToConfirm: LinesToConfirm;
  /** How many claims the file is likely to make: what is asked for is counted by claim. */
  readonly claims: number;
  /** Whether the pictures of the pages may be opened. */
  readonly mayOpen: boolean;
}

/** @throws LookFailedError when the file should wait for a second look; PageTooCostlyError */
async function hear(
  hearing: Hearing,
  pages: FilePages,
  dependencies: ReadFormsDependencies,
): Promise<Heard<Witnesses> & { readonly secondLookCalls: number }> {
  const { draft, barcodes, claims } = hearing;
  const registry = await dependencies.registry.ask(
    likeliest(registryKeysOf(draft, barcodes), claims),
    REGISTRY_BUDGET.families * claims,
  );
  const witnesses: Witnesses = { registry, barcodes, secondLooks: [] };
  const looks = await hearSecondLooks(hearing, witnesses, pages, dependencies);
  const said = await withFurtherProviders(
    draft,
    { ...witnesses, secondLooks: looks.said },
    claims,
    dependencies,
  );
  return {
    said,
    failure: looks.failure,
    secondLookCalls: looks.wasPaid ? 1 : 0,
  };
}

/** Adds the providers whose INPE only a second look read. */
async function withFurtherProviders(
  draft: DraftReading,
  witnesses: Witnesses,
  claims: number,
  { registry }: ReadFormsDependencies,
): Promise<Witnesses> {
  const inpes = inpesToAsk(draft, witnesses).slice(0, REGISTRY_BUDGET.inpesAgain * claims);
  if (inpes.length === 0) return witnesses;
  const further = await registry.ask(providerKeys(inpes), 0);
  return { ...witnesses, registry: withProviders(witnesses.registry, further) };
}

class PicturesPassedOverError extends Error {
  override name = 'PicturesPassedOverError';
}

interface FileInHand {
  readonly file: Pick<ScanFile, 'fileId' | 'receivedOn'>;
  readonly document: OcrDocument;
  readonly mayOpen: boolean;
}

/** @throws PageTooCostlyError */
async function lookAtPictures(
  { file, document, mayOpen }: FileInHand,
  pages: FilePages,
  dependencies: ReadFormsDependencies,
): Promise<Heard<PicturesSaid>> {
  if (mayOpen) return hearPictures(file, document, pages, dependencies);
  const failure = new PicturesPassedOverError('The pictures of this file were opened too often');
  return { said: await picturesOfBefore(file.fileId, dependencies.readings), failure };
}

function likeliest(keys: RegistryKeys, claims: number): RegistryKeys {
  const pharmacies = keys.medicineCodes.length > 0 ? MEDICINES_BUDGET.pharmacies : 0;
  const inpes = keys.inpes.slice(0, (REGISTRY_BUDGET.inpes + pharmacies) * claims);
  const rowInpes = keys.rowInpes.filter((inpe) => !inpes.includes(inpe));
  return {
    registrationNumbers: keys.registrationNumbers.slice(0, REGISTRY_BUDGET.registrationNumbers * claims),
    cins: keys.cins.slice(0, REGISTRY_BUDGET.cins * claims),
    inpes,
    rowInpes: rowInpes.slice(0, REGISTRY_BUDGET.rowInpes * claims),
    medicineCodes: keys.medicineCodes.slice(0, MEDICINES_BUDGET.codes * claims),
  };
}

/** What was seen before, else what is seen now. @throws LookFailedError when the file should wait for it; PageTooCostlyError */
async function hearSecondLooks(
  { message: { fileId, failedLookCount }, draft, linesToConfirm, claims, mayOpen }: Hearing,
  witnesses: Witnesses,
  pages: FilePages,
  dependencies: ReadFormsDependencies,
): Promise<SecondReading> {
  const none: SecondReading = { said: [], wasPaid: false };
  const most = dependencies.mostLooksPerClaim * claims;
  const wanted = most === 0 ? [] : looksWanted(draft, witnesses, linesToConfirm).slice(0, most);
  if (wanted.length === 0) return none;
  const saved = await dependencies.readings.loadSecondLooks(fileId);
  if (saved !== undefined) return { said: saved, wasPaid: false };
  if (!mayOpen) return none;
  try {
    return await lookAgain(fileId, wanted, pages, dependencies);
  } catch (error) {
    if (error instanceof LookFailedError && failedLookCount < MAX_FAILED_LOOKS) throw error;
    if (error instanceof PageTooCostlyError) throw error;
    return { ...none, failure: error };
  }
}

async function settle(
  file: ScanFile,
  reading: FileReading,
  ocrEngine: ReturnType<typeof ocrEngineOf>,
  { files, readings }: ReadFormsDependencies,
): Promise<'drafted' | 'quarantined'> {
  const refusal = refusalOf(reading);
  if (refusal !== undefined) {
    await files.quarantine(file, refusal);
    return 'quarantined';
  }
  const { forms, pageRoles, pageTurns } = reading;
  await Promise.all(
    forms.map((form, index) =>
      readings.saveForm(claimIdOf(file.fileId, index + 1), { form, pageRoles, pageTurns, ocrEngine }),
    ),
  );
  await files.draftClaims(
    file,
    forms.map((_, index) => draftOf(file, index + 1, forms.length)),
  );
  return 'drafted';
}

function refusalOf(reading: FileReading): QuarantineReason | undefined {
  if (reading.forms.length > MAX_FORMS_PER_FILE) return 'TOO_MANY_FORMS';
  if (reading.forms.length > 0) return undefined;
  // The form may be on the page that could not be read.
  return reading.pageRoles.includes('failed') ? 'PAGE_NOT_READ' : 'NO_CARE_FORM';
}

function draftOf(file: ScanFile, formNumber: number, formsInFile: number): Claim {
  return {
    claimId: claimIdOf(file.fileId, formNumber),
    state: 'DRAFTED',
    version: 1,
    fileId: file.fileId,
    channelId: file.channelId,
    submissionDate: file.submissionDate,
    receivedOn: file.receivedOn,
    submissionSignals: file.submissionSignals,
    formNumber,
    formsInFile,
  };
}
