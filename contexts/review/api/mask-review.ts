import { fieldDoubts } from '#rules';
import { documentKinds } from '#shared';
import { fieldNameSchema } from '../records/review-words.ts';
import { type FieldName, type ReviewChange } from '../records/review-words.ts';
import { type QueueItem, type Review, type ReviewField } from './review.ts';
import { fieldAt } from '../domain/form-fields.ts';
import { isShownMasked, type MaskedReading } from '../domain/masked-value.ts';
import { groupOfReason, isReasonCode } from '../domain/reason-groups.ts';

/** Fields that say whose claim it is. */
const identityFields = new Set<string>([
  'registrationNumber',
  'cin',
  'insuredName',
  'insuredBirthDate',
  'patientName',
  'patientBirthDate',
  'patientCin',
] satisfies FieldName[]);

export const isIdentityField = (field: string): boolean => identityFields.has(field);

/** Said of the insured or the patient as well, and shown: only what the registry has of that person is not disclosed. */
const personalFields = new Set<string>(['beneficiaryLink', 'sex'] satisfies FieldName[]);

const personalGroups = new Set(['identity', 'beneficiary', 'coverage']);

/** What findings name that is no field of a review: the acts as a whole, and amounts that are no act's. */
const shownNames = new Set<string>([...fieldNameSchema.options, 'acts', 'otherAmounts']);
const knownDoubts = new Set<string>(fieldDoubts);
const knownDocuments = new Set<string>(documentKinds);
const isKnownDoubt = (code: string): boolean => knownDoubts.has(code) || isReasonCode(code);
const isKnownCode = (code: string): boolean => isReasonCode(code) || knownDocuments.has(code);

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** What details of findings are made of, by their names; dates of the care and of the form, counts, amounts. */
const shownDates = new Set(['firstAct', 'deadline', 'filedOn', 'depositDate', 'dateOfCare', 'signedOn']);
const shownNumbers = new Set([
  ...['formsInFile', 'page', 'amounts', 'announced', 'pages', 'sameAsLine', 'days', 'quantity'],
  ...['totalCentimes', 'actsCentimes', 'billedCentimes', 'referenceCentimes', 'ceilingCentimes'],
  ...['coefficientHundredths', 'mostHundredths'],
]);

/**
 * A review as a contractor sees it. It is put together of what is known to tell nobody's name or number; whatever else a review
 * has or comes to have (what the OCR read, what colleagues wrote) is not in it.
 */
export function maskReview(review: Review, reading: MaskedReading): Review {
  return {
    claimId: review.claimId,
    fileId: review.fileId,
    channelId: review.channelId,
    version: review.version,
    state: review.state,
    group: review.group,
    depositDate: review.depositDate,
    waitingDays: review.waitingDays,
    formNumber: review.formNumber,
    formsInFile: review.formsInFile,
    holder: review.holder,
    heldUntil: review.heldUntil,
    assignedTo: review.assignedTo,
    pages: review.pages.map(({ page, role, isOfClaim, turns }) => ({ page, role, isOfClaim, turns })),
    fields: review.fields.flatMap((field) => maskField(field, reading) ?? []),
    lineCount: review.lineCount,
    paidFirst: review.paidFirst,
    findings: review.findings.flatMap((finding) => maskFinding(finding, reading) ?? []),
    isMasked: true,
    otherPerson: review.otherPerson.map(({ because, isBlocking, fields }) => ({
      because,
      isBlocking,
      fields: fields.flatMap(({ field, line }) =>
        isIdentityField(field) || !shownNames.has(field) ? [] : [{ field, line }],
      ),
    })),
    history: review.history.flatMap((change) => maskChange(change, reading) ?? []),
    documentsRequested: review.documentsRequested.filter((kind) => knownDocuments.has(kind)),
    documentsMissing: review.documentsMissing.filter((kind) => knownDocuments.has(kind)),
    // A document says whose it is.
    documentsSent: [],
  };
}

/** A claim in the queue as a contractor sees it. */
export function maskQueueItem(item: QueueItem): QueueItem {
  return {
    claimId: item.claimId,
    state: item.state,
    group: item.group,
    reasons: item.reasons.filter(isReasonCode),
    depositDate: item.depositDate,
    waitingDays: item.waitingDays,
    billedCentimes: item.billedCentimes,
    channelId: item.channelId,
    isForOthers: item.isForOthers,
    holder: item.holder,
    heldUntil: item.heldUntil,
    assignedTo: item.assignedTo,
  };
}

/** @returns undefined where nothing of it is shown, and nothing of it has to be looked at */
function maskField(field: ReviewField, reading: MaskedReading): ReviewField | undefined {
  if (isIdentityField(field.field)) return undefined;
  const read = fieldAt(reading.form, field);
  const isShown = field.value === null || field.isBlind || isShownMasked(field, field.value, read, reading);
  const doubts = field.doubts.filter(isKnownDoubt);
  // What is in doubt is keyed from the scan, as it is seen there.
  if (!isShown && doubts.length === 0) return undefined;
  const { kind, choices, source, isKeyedTwice } = field;
  return {
    field: field.field,
    line: field.line,
    kind,
    choices,
    value: isShown ? field.value : null,
    confidencePercent: isShown ? field.confidencePercent : undefined,
    doubts,
    evidence: isShown
      ? field.evidence.filter((evidence) => evidence !== 'REGISTRY' || !personalFields.has(field.field))
      : [],
    source,
    status: isShown ? field.status : 'missing',
    isBlind: field.isBlind || !isShown,
    isKeyedTwice,
    alternatives: field.alternatives.flatMap(({ value, because }) =>
      (because === 'SUM_OF_ACTS' || because === 'REST_OF_TOTAL') && typeof value === 'number'
        ? [{ value, because }]
        : [],
    ),
  };
}

type Finding = Review['findings'][number];

/** A finding as a contractor sees it, or nothing of it. */
export function maskFinding(finding: Finding, { form }: Pick<MaskedReading, 'form'>): Finding | undefined {
  const { kind, code, field, line, details = {} } = finding;
  if (!isReasonCode(code) || (field !== undefined && isIdentityField(field))) return undefined;
  const shown = Object.entries(details).filter(
    ([name, value]) =>
      (shownNumbers.has(name) && typeof value === 'number') ||
      (shownDates.has(name) &&
        typeof value === 'string' &&
        ISO_DATE.test(value) &&
        !isBirthDate(value, form)),
  );
  const isPersonal = personalGroups.has(groupOfReason(finding));
  return {
    kind,
    code,
    field: field !== undefined && shownNames.has(field) ? field : undefined,
    line,
    details: isPersonal || shown.length === 0 ? undefined : Object.fromEntries(shown),
  };
}

const isBirthDate = (day: string, { insuredBirthDate, patientBirthDate }: MaskedReading['form']): boolean =>
  day === insuredBirthDate?.value || day === patientBirthDate?.value;

function maskChange(change: ReviewChange, reading: MaskedReading): ReviewChange | undefined {
  const { at, by, what, field, line, before, after, code } = change;
  if (field !== undefined && (isIdentityField(field) || !shownNames.has(field))) return undefined;
  const shown = (value: ReviewChange['before']): ReviewChange['before'] =>
    value !== undefined && isShownMasked({ field }, value, undefined, reading) ? value : undefined;
  return {
    at,
    by,
    what,
    field,
    line,
    before: shown(before),
    after: by === reading.userId && field !== undefined ? after : shown(after),
    code: code !== undefined && isKnownCode(code) ? code : undefined,
  };
}
