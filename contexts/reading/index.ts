export { areDescribedAlike } from './domain/acts/described-acts.ts';
export {
  type BeneficiaryLink,
  type Box,
  type CareForm,
  type CareFormAct,
  type CareFormMedicine,
  type CareType,
  type Dispensing,
  doubtsAboutCharacters,
  type FieldSource,
  isAttachment,
  type FormFieldName,
  type PageRole,
  pageRoles,
  type EmptiedBy,
  type ReadField,
} from './domain/care-form.ts';
export { knownKeyLetters } from './domain/key-letters.ts';
export type { LinesToConfirm } from './domain/read-file.ts';
export type { MonthGap, PictureHints } from './domain/month-gaps.ts';
export { chanceRightPercent } from './domain/reading-chance.ts';
export type { LevelStrip, LookBand, LookSheet } from './domain/second-look/look-sheet.ts';
export { sumOfActs } from './domain/sum-of-acts.ts';
export { billedForBoxes, isTotalOf, sumOfDispensing } from './domain/sum-of-dispensing.ts';
export type { PageBarcode, PictureWord } from './domain/witnesses.ts';
export type {
  BarcodeReader,
  OpenBitmaps,
  PageBitmap,
  PageBitmaps,
  PictureWordReader,
  SheetDrawer,
} from './ports/page-bitmaps.ts';
export { PageNotDrawableError, PageTooCostlyError } from './ports/page-errors.ts';
export type { ReadingStore, StoredForm } from './ports/reading-store.ts';
export type { WorkQueues } from './ports/work-queues.ts';
export { beneficiaryLinks, careTypes, formFieldNames, sexes, tells } from './records/form-fields.ts';
export type { CheckReading, ReadForms, StartReading } from './records/work-messages.ts';
