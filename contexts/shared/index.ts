export { accessTable, type Operation, type StaffRole, staffRoles } from './access/access.ts';
export type { Staff } from './access/actor.ts';
export { cursorSchema } from './api/paging.ts';
export { canonicalJson } from './canonical-json.ts';
export { normaliseArticleNumber } from './identifiers/article-number.ts';
export { compareNames, type NameComparison } from './identifiers/compare-names.ts';
export { arabicConsonants, latinConsonants } from './identifiers/consonants.ts';
export { asciiDigits } from './identifiers/digits.ts';
export { foldArabicAsBefore, foldLatinAsBefore } from './identifiers/earlier-folding.ts';
export { foldArabic, foldLatin, isArabic } from './identifiers/fold-text.ts';
export { commonGivenNameKeys } from './identifiers/given-names.ts';
export { type ListSource, listSourceSchema } from './identifiers/list-source.ts';
export { normaliseKeyLetter } from './identifiers/key-letter.ts';
export { likeness } from './identifiers/likeness.ts';
export { isMisreadName, type NameOnFile } from './identifiers/misread-names.ts';
export { cleanName, cleanText, isNameText, isPlainText } from './identifiers/name-text.ts';
export { arabicTokens, latinTokens } from './identifiers/name-tokens.ts';
export {
  normaliseCin,
  normaliseIdentityNumber,
  normaliseInpe,
  normaliseMobile,
  normaliseRegistrationNumber,
} from './identifiers/numbers.ts';
export {
  formatReceipt,
  parseClaimId,
  parseReceipt,
  parseShortReceipt,
  shortReceipt,
} from './identifiers/receipt-number.ts';
export { isValidRib } from './identifiers/rib.ts';
export {
  birthDateSchema,
  cinSchema,
  isBirthDate,
  residenceCardSchema,
  inpeSchema,
  mobileSchema,
  registrationNumberSchema,
  schemeSchema,
  coverageBasisSchema,
  type CoverageBasis,
} from './identifiers/schemas.ts';
export { type Scheme, schemeNames } from './identifiers/schemes.ts';
export { type Centimes, formatDirhams, multiplyCentimes } from './money.ts';
export { readPlace, writePlace } from './paging/page-place.ts';
export type { Signer } from './ports/signer.ts';
export { MessageRefusedError, ProviderUnavailableError, type SmsSender } from './ports/sms-sender.ts';
export type { WriteResult } from './ports/write-result.ts';
export { documentKinds, documentTypes } from './reasons/names.ts';
export {
  type DocumentKind,
  documentKindSchema,
  type RejectionCode,
  rejectionCodeSchema,
} from './reasons/schemas.ts';
export type { ObjectCreated } from './records/object-created.ts';
export { splitLine } from './split-line.ts';
export { spreadsheetCsv } from './spreadsheet-csv.ts';
export { namesOf } from './names-of.ts';
export { defineStateMachine, mayMove, statesOf } from './state-machine.ts';
export { stateOf } from './state-schema.ts';
export { parseUnambiguousJson } from './unambiguous-json.ts';
export { throttleDelaySeconds } from './throttle-delay.ts';
export {
  addDays,
  addMonths,
  completedYears,
  daysBetween,
  firstOfMonthAfter,
  isIsoDate,
  monthOf,
  monthsBefore,
  monthsBetween,
} from './time/calendar.ts';
export type { Clock } from './time/clock.ts';
export { firstBirthDay, isYearAlone, lastBirthDay, parseYearAlone } from './time/birth-date.ts';
export { isoOfHijri } from './time/hijri-calendar.ts';
export { dayInMorocco, monthInMorocco, MOROCCO_TIME_ZONE } from './time/morocco-time.ts';
