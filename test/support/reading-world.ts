import { linesToConfirm } from '../../contexts/adjudication/domain/confirmed-values.ts';
import type { ReadFormsDependencies } from '../../contexts/reading/use-cases/read-forms.ts';
import type { ReadForms } from '../../contexts/reading/records/work-messages.ts';
import type {
  PageBarcode,
  PictureWord,
  RegistryFacts,
  RegistryKeys,
  SecondLook,
} from '../../contexts/reading/domain/witnesses.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import type { ScanFile } from '../../contexts/claims/domain/scan-file.ts';
import { PageNotDrawableError, PageTooCostlyError } from '../../contexts/reading/ports/page-errors.ts';
import type { StoredForm } from '../../contexts/reading/ports/reading-store.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';

export const readFile: ScanFile = {
  fileId: 'FILE',
  state: 'ACCEPTED',
  version: 1,
  channelId: 'agency-rabat-01',
  upload: { bucket: 'scans', key: 'incoming/agency-rabat-01/scan.pdf', versionId: 'v1' },
  uploadedAt: '2026-11-20T08:00:00Z',
  submissionDate: '2026-11-20',
  receivedOn: '2026-11-20',
  submissionSignals: [],
  mediaType: 'application/pdf',
  pageCount: 2,
  readingAttempt: 1,
};

export const readMessage: ReadForms = { fileId: 'FILE', readingAttempt: 1, jobId: 'JOB', failedLookCount: 0 };

const label: Omit<PageBarcode, 'page'> = {
  symbology: 'CODE_39',
  text: '091842756',
  box: { left: 0.6, top: 0.3, width: 0.2, height: 0.03 },
};

const date: Omit<PictureWord, 'page'> = {
  text: '١٨/١٠/٢٠٢٦',
  confidencePercent: 97,
  box: { left: 0.2, top: 0.5, width: 0.1, height: 0.01 },
  polygon: [],
};

/** One file on its way through read-forms, in memory: what was done is counted, what fails is set. */
export class ReadingWorld {
  file = readFile;
  readonly forms = new Map<string, StoredForm>();
  readonly drafted: Claim[] = [];
  readonly quarantined: string[] = [];
  readonly sentBack: { readonly message: ReadForms; readonly delaySeconds: number }[] = [];
  readonly asked: { readonly keys: RegistryKeys; readonly mostFamilies: number }[] = [];
  readonly pagesDrawn: number[] = [];
  savedBarcodes: readonly PageBarcode[] | undefined;
  savedWords: readonly PictureWord[] | undefined;
  savedLooks: readonly SecondLook[] | undefined;
  paidLooks = 0;
  isFileUnopenable = false;
  readonly undrawable = new Set<number>();
  readonly tooCostly = new Set<number>();
  pagesByOcr = 2;
  pagesWhenDrawn = 2;
  barcodeFailure: Error | undefined;
  wordFailure: Error | undefined;
  /** For which last year words were looked for, page by page. */
  readonly wordsUpTo: number[] = [];
  lookFailure: Error | undefined;
  /** The function is killed when it comes to draft the claims. */
  isKilledBeforeDraft = false;
  now = new Date('2026-11-21T10:00:00Z');
  secondsPerPage = 0;

  readonly dependencies: ReadFormsDependencies = {
    files: {
      find: (fileId) => Promise.resolve(fileId === this.file.fileId ? this.file : undefined),
      quarantine: (file, reason) => {
        this.file = { ...file, state: 'QUARANTINED' };
        this.quarantined.push(reason);
        return Promise.resolve('applied');
      },
      draftClaims: (file, claims) => {
        if (this.isKilledBeforeDraft) return Promise.reject(new Error('killed'));
        this.file = { ...file, state: 'READ' };
        this.drafted.push(...claims);
        return Promise.resolve('applied');
      },
    },
    readings: {
      loadAnswer: () =>
        Promise.resolve([{ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: this.pagesByOcr } }]),
      saveForm: (claimId, stored) => {
        this.forms.set(claimId, stored);
        return Promise.resolve();
      },
      saveBarcodes: (_fileId, barcodes) => {
        this.savedBarcodes = barcodes;
        return Promise.resolve();
      },
      loadBarcodes: () => Promise.resolve(this.savedBarcodes),
      savePictureWords: (_fileId, words) => {
        this.savedWords = words;
        return Promise.resolve();
      },
      loadPictureWords: () => Promise.resolve(this.savedWords),
      saveSecondLooks: (_fileId, looks) => {
        this.savedLooks = looks;
        return Promise.resolve();
      },
      loadSecondLooks: () => Promise.resolve(this.savedLooks),
    },
    registry: {
      ask: (keys, mostFamilies): Promise<RegistryFacts> => {
        this.asked.push({ keys, mostFamilies });
        return Promise.resolve({ families: [], providers: [], medicines: [] });
      },
    },
    queues: {
      readForms: (message, delaySeconds) => {
        this.sentBack.push({ message, delaySeconds });
        return Promise.resolve();
      },
    },
    readUpload: () => Promise.resolve(new Uint8Array(1)),
    bitmaps: {
      open: () =>
        this.isFileUnopenable
          ? Promise.reject(new PageNotDrawableError('The PDF cannot be opened'))
          : Promise.resolve({
              pageCount: this.pagesWhenDrawn,
              bitmapOf: (page) => {
                if (this.tooCostly.has(page)) return Promise.reject(new PageTooCostlyError('too much'));
                if (this.undrawable.has(page)) return Promise.reject(new PageNotDrawableError('no page'));
                this.pagesDrawn.push(page);
                this.now = new Date(this.now.getTime() + this.secondsPerPage * 1000);
                return Promise.resolve({ pixels: new Uint8Array(0), widthPixels: 1654, heightPixels: 2339 });
              },
              close: () => undefined,
            }),
    },
    barcodes: {
      read: () =>
        this.barcodeFailure === undefined ? Promise.resolve([label]) : Promise.reject(this.barcodeFailure),
    },
    pictureWords: {
      read: (_bitmap, _quarterTurns, latestYear) => {
        this.wordsUpTo.push(latestYear);
        if (this.wordFailure !== undefined) throw this.wordFailure;
        return [date];
      },
    },
    sheets: { draw: () => Promise.resolve(new Uint8Array(1)) },
    ocr: {
      readImage: () => {
        if (this.lookFailure !== undefined) return Promise.reject(this.lookFailure);
        this.paidLooks += 1;
        return Promise.resolve({ DocumentMetadata: { Pages: 1 }, Blocks: [lineBlock] });
      },
    },
    clock: () => this.now,
    random: () => 0.5,
    linesToConfirm: (ocrEngine, day) => linesToConfirm(currentRuleBook(), ocrEngine, day),
    mostLooksPerClaim: 3,
    pictureSeconds: 10,
  };
}

/** In the band of the first place on the sheet. */
const lineBlock = {
  BlockType: 'LINE',
  Id: '1',
  Text: '184203957',
  Confidence: 99,
  Geometry: { BoundingBox: { Left: 0.2, Top: 0.79, Width: 0.2, Height: 0.05 } },
};
