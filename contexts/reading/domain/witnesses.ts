import type { Medicine } from '#medicines';
import type { Dependant, Person, Provider } from '#registry';
import type { Box } from './care-form.ts';
import type { OcrLine, OcrText } from './ocr-document.ts';

/**
 * What is known of a page beside the OCR of it: the registry, the barcodes, a second look. Reading stays pure: whoever has
 * the table, the image and the OCR service asks them, and hands the answers in.
 */

/** What the pages hold that the registry may know: keys to look up, the likeliest first. */
export interface RegistryKeys {
  /** 9 digits each. */
  readonly registrationNumbers: readonly string[];
  readonly cins: readonly string[];
  /** 9 digits each. */
  readonly inpes: readonly string[];
  /** 9 digits each: those in rows of acts, each of which may name its own provider; some may be among the others. */
  readonly rowInpes: readonly string[];
  /** EAN-13 of the boxes whose labels are on the pages. */
  readonly medicineCodes: readonly string[];
}

/** Keys of nothing but providers. */
export function providerKeys(inpes: readonly string[]): RegistryKeys {
  return { registrationNumbers: [], cins: [], inpes, rowInpes: [], medicineCodes: [] };
}

/** A medicine of the fund's list: what reading compares labels and lists with. */
export type KnownMedicine = Pick<Medicine, 'code' | 'name' | 'substances' | 'prices'>;

/** A person with the family: one hypothesis of who is meant. */
export interface RegisteredFamily {
  readonly person: Person;
  readonly dependants: readonly Dependant[];
}

/** What the registry has under the keys that were looked up; keys that it does not know give nothing. */
export interface RegistryFacts {
  readonly families: readonly RegisteredFamily[];
  readonly providers: readonly Provider[];
  readonly medicines: readonly KnownMedicine[];
}

/** What is known, with providers who were asked for later. */
export function withProviders(known: RegistryFacts, { providers }: RegistryFacts): RegistryFacts {
  return { ...known, providers: [...known.providers, ...providers] };
}

export type BarcodeSymbology = 'CODE_39' | 'CODE_128' | 'EAN_13' | 'DATA_MATRIX' | 'QR_CODE';

/** A barcode on a page. */
export interface PageBarcode {
  /** 1-based page of the file. */
  readonly page: number;
  readonly symbology: BarcodeSymbology;
  readonly text: string;
  /** On the page as it was scanned. */
  readonly box: Box;
}

/** A word that the OCR cannot read, as a program saw it in the picture: a date in Arabic digits, the Arabic name of a month. */
export interface PictureWord extends OcrText {
  /** 1-based page of the file. */
  readonly page: number;
}

/** A place on a page that is worth reading once more, because what stands there would decide the claim. */
export interface LookWanted {
  /** 1-based page of the file. */
  readonly page: number;
  /** On the page as it was scanned. */
  readonly box: Box;
  /** Quarter turns clockwise that bring the page's text upright, 0 to 3. */
  readonly quarterTurns: number;
  /** How far the text falls on its way to the right, in heights per width of the page turned upright; absent where it is level. */
  readonly slope?: number | undefined;
}

/** What a second reading of a place gave; no line where it gave nothing. */
export interface SecondLook extends LookWanted {
  readonly lines: readonly OcrLine[];
}

/** All that speaks beside the first OCR. */
export interface Witnesses {
  readonly registry: RegistryFacts;
  readonly barcodes: readonly PageBarcode[];
  readonly secondLooks: readonly SecondLook[];
}

export const noWitnesses: Witnesses = {
  registry: { families: [], providers: [], medicines: [] },
  barcodes: [],
  secondLooks: [],
};
