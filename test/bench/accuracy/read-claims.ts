import { ArabicDateReader } from '../../../contexts/pages/imaging/arabic-date-reader.ts';
import { LookSheetDrawer } from '../../../contexts/pages/imaging/look-sheet-drawer.ts';
import { ScanPageBitmaps } from '../../../contexts/pages/imaging/page-bitmaps.ts';
import { ZxingBarcodeReader } from '../../../contexts/pages/imaging/zxing-barcodes.ts';
import type { OcrEngineName } from '../../../contexts/reading/records/ocr-engine-name.ts';
import { linesToConfirm } from '../../../contexts/adjudication/domain/confirmed-values.ts';
import type { FileReading } from '../../../contexts/reading/domain/care-form.ts';
import type { OcrDocument } from '../../../contexts/reading/domain/ocr-document.ts';
import { withPictureWords } from '../../../contexts/reading/domain/picture-words.ts';
import { pictureHintsOf } from '../../../contexts/reading/domain/month-gaps.ts';
import {
  draftReading,
  inpesToAsk,
  looksWanted,
  registryKeysOf,
  settleReading,
  type LinesToConfirm,
} from '../../../contexts/reading/domain/read-file.ts';
import {
  providerKeys,
  withProviders,
  type LookWanted,
  type PageBarcode,
  type PictureWord,
  type SecondLook,
  type Witnesses,
} from '../../../contexts/reading/domain/witnesses.ts';
import {
  ENLARGED_LONG_SIDE_PIXELS,
  layOutLooks,
  looksOf,
} from '../../../contexts/reading/domain/second-look/look-sheet.ts';
import type { OpenBitmaps, PageBitmap } from '../../../contexts/reading/ports/page-bitmaps.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import type { RegistryLookup } from './registry-lookup.ts';

/** A picture of a file's pages, and who reads pictures. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Absent where only its barcodes are read. */
  readonly readImage?: ((image: Uint8Array) => Promise<OcrDocument>) | undefined;
}

/** A file as it comes to the reader. */
export interface FileToRead {
  readonly document: OcrDocument;
  readonly ocrEngine: OcrEngineName;
  readonly registry: RegistryLookup;
  /** ISO day on which it is read. */
  readonly day: string;
  /** Absent where there are words but no picture: then neither barcodes nor a second look speak. */
  readonly picture?: Picture | undefined;
  /** What a second look would read where no picture is looked at; absent: nothing. */
  readonly lookAgain?: ((looks: readonly LookWanted[]) => readonly SecondLook[]) | undefined;
}

export interface ReadClaims {
  readonly reading: FileReading;
  /** Calls of the OCR beside the first reading. */
  readonly extraOcrCalls: number;
  readonly readUnits: number;
}

/** Places that read-forms reads once more for one claim, as the stages are set. */
const MOST_LOOKS = 16;

const bitmapsOfScans = new ScanPageBitmaps();
const barcodeReader = new ZxingBarcodeReader();
const pictureWordReader = new ArabicDateReader();
const sheetDrawer = new LookSheetDrawer();

/** Reads the claims of a file as read-forms does: the one place where the benchmarks call what they measure. */
export async function readClaims(file: FileToRead): Promise<ReadClaims> {
  const { registry, picture } = file;
  const pages = picture && (await bitmapsOfScans.open(picture.bytes, picture.mediaType));
  try {
    const { barcodes, words } = await picturesOf(file, pages);
    const draft = draftReading(withPictureWords(file.document, words));
    const { facts, readUnits } = registry.factsOf(registryKeysOf(draft, barcodes));
    const witnesses: Witnesses = { registry: facts, barcodes, secondLooks: [] };
    const wanted = looksWanted(draft, witnesses, confirmedBy(file)).slice(0, MOST_LOOKS);
    const secondLooks =
      pages === undefined || picture?.readImage === undefined
        ? (file.lookAgain?.(wanted) ?? [])
        : await lookAtPicture(wanted, pages, picture.readImage);
    const heard = { ...witnesses, secondLooks };
    const further = registry.factsOf(providerKeys(inpesToAsk(draft, heard)));
    const reading = settleReading(draft, { ...heard, registry: withProviders(facts, further.facts) });
    return {
      reading,
      extraOcrCalls: secondLooks.length > 0 ? 1 : 0,
      readUnits: readUnits + further.readUnits,
    };
  } finally {
    pages?.close();
  }
}

interface PicturesSaid {
  readonly barcodes: readonly PageBarcode[];
  readonly words: readonly PictureWord[];
}

async function picturesOf({ document, day }: FileToRead, pages?: OpenBitmaps): Promise<PicturesSaid> {
  const said = { barcodes: new Array<PageBarcode>(), words: new Array<PictureWord>() };
  for (let page = 1; page <= (pages?.pageCount ?? 0); page += 1) {
    const bitmap = await pages?.bitmapOf(page);
    const ocrPage = document.pages[page - 1];
    if (bitmap === undefined) continue;
    const words = pictureWordReader.read(bitmap, pictureHintsOf(ocrPage), Number(day.slice(0, 4)) + 1);
    said.words.push(...words.map((word) => ({ page, ...word })));
    said.barcodes.push(...(await barcodeReader.read(bitmap)).map((barcode) => ({ page, ...barcode })));
  }
  return said;
}

function confirmedBy({ ocrEngine, day }: FileToRead): LinesToConfirm {
  return linesToConfirm(currentRuleBook(), ocrEngine, day);
}

async function lookAtPicture(
  looks: readonly LookWanted[],
  pages: OpenBitmaps,
  readImage: NonNullable<Picture['readImage']>,
): Promise<readonly SecondLook[]> {
  const bitmaps = new Map<number, PageBitmap>();
  for (const page of new Set(looks.map((look) => look.page)))
    bitmaps.set(page, await pages.bitmapOf(page, ENLARGED_LONG_SIDE_PIXELS));
  const sheet = layOutLooks(looks, bitmaps);
  if (sheet === undefined) return [];
  const { pages: read } = await readImage(await sheetDrawer.draw(sheet, bitmaps));
  return looksOf(sheet, read[0]?.lines ?? [], bitmaps);
}
