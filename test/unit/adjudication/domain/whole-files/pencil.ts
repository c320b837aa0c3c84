import type { Scheme } from '../../../../../contexts/shared/identifiers/schemes.ts';

/**
 * What a whole file comes to, by a pencil: the rules in words and numbers written out again, and nothing of the code that decides.
 * Letters, tariffs and professions are those of docs/rules.md.
 */

type Sector = 'PRIVATE' | 'PUBLIC';

export interface PaperProvider {
  readonly kind: keyof typeof BILLS;
  readonly sector: Sector;
  /** Whether the register has the number. */
  readonly isRegistered: boolean;
}

export interface PaperAct {
  /** Which of the providers gave it; the first is the form's own. */
  readonly by: number;
  /** Whether something bears out the number in the row. */
  readonly isNumberBorneOut: boolean;
  /** ISO date. */
  readonly day: string;
  readonly letter: string;
  /** In halves: 3 is 1.5. */
  readonly halves: number;
  readonly count: number;
  readonly billedCentimes: number;
}

export interface PaperBoxes {
  readonly boxes: number;
  readonly priceCentimes: number;
  readonly baseCentimes: number | undefined;
  readonly percent: 70 | 0;
  /** Whether the fund's list has the code. */
  readonly isListed: boolean;
  /** The base from 6 September 2025 on, where the list changed it. */
  readonly laterBaseCentimes: number | undefined;
  /** The disease that a person keyed beside the boxes. */
  readonly disease: string | undefined;
  /** ISO date of these boxes, where it is another than that of the file. */
  readonly ownDay: string | undefined;
  /** Who sold these, where the line names a number of its own. */
  readonly ownSeller: 'pharmacy' | 'clinic' | 'unregistered' | undefined;
}

/** An accepted file of a long-term disease. */
export interface PaperGrant {
  readonly disease: string;
  readonly percent: number;
  /** ISO date; it does not end in this file's time. */
  readonly from: string;
  /** The boxes that it names, by their place in the file; undefined where it says nothing of medicines. */
  readonly boxes: readonly number[] | undefined;
}

export interface PaperFile {
  readonly scheme: Scheme;
  readonly providers: readonly PaperProvider[];
  readonly acts: readonly PaperAct[];
  readonly boxes: readonly PaperBoxes[];
  /** ISO date on which the boxes were sold. */
  readonly soldOn: string;
  readonly isSoldByPharmacy: boolean;
  /** The sheet behind the form: none, a bill, one that nobody can tell, or a prescription with the ISO date that was read. */
  readonly behind: 'nothing' | 'bill' | 'unclear' | { readonly prescribedOn: string | undefined };
  readonly hasPhysiotherapyApproval: boolean;
  readonly grants: readonly PaperGrant[];
  /** By how much the form's total is wrong. */
  readonly offCentimes: number;
}

export interface PaperEnd {
  readonly outcome:
    'approved' | 'partly-approved' | 'partly-referred' | 'rejected' | 'incomplete' | 'referred';
  /** By line: acts, then boxes; 0 where nothing is paid. */
  readonly paidCentimes: readonly number[];
  /** Why it is not paid as it stands: `CODE`, with `@` and its line where it is about one. */
  readonly reasons: readonly string[];
}

const PHYSICIAN = ['C', 'V', 'Z', 'K', 'KC', 'KE'];
const SPECIALIST = [...PHYSICIAN, 'CS', 'VS'];
const CLINIC = [...SPECIALIST, 'CNPSY', 'CSC', 'B', 'P', 'AMM', 'D'];
export const BILLS = {
  generalPractitioner: PHYSICIAN,
  dermatologist: SPECIALIST,
  cardiologist: [...SPECIALIST, 'CSC'],
  psychiatrist: [...SPECIALIST, 'CNPSY'],
  radiologist: SPECIALIST,
  laboratory: ['B', 'P'],
  physiotherapist: ['AMM'],
  dentist: ['D', 'Z'],
  clinic: CLINIC,
} as const;

/** Dirhams of one unit. */
const TARIFFS: Readonly<Record<Sector, Readonly<Record<string, number>>>> = {
  PRIVATE: {
    ...{ C: 80, CS: 150, CNPSY: 190, CSC: 190, V: 120, VS: 190 },
    ...{ B: 1.1, P: 1.1, Z: 10, KC: 22.5, AMM: 50 },
  },
  PUBLIC: { C: 50, CS: 75, CNPSY: 100, B: 0.9, P: 0.9, Z: 9, K: 13, KE: 10, AMM: 40, D: 10 },
};
const WHOLE = ['C', 'CS', 'CNPSY', 'CSC', 'V', 'VS'];
export const LETTERS = [...WHOLE, 'B', 'P', 'Z', 'K', 'KC', 'KE', 'AMM', 'D'] as const;

const TOO_MUCH_CENTIMES = 1_000_000;

function areTogether(a: string, b: string): boolean {
  if (WHOLE.includes(a) && WHOLE.includes(b)) return false;
  const [consultation, other] = WHOLE.includes(a) ? [a, b] : [b, a];
  return consultation !== 'CSC' || !['K', 'KC'].includes(other);
}

/** Half a centime is a whole one. */
const share = (centimes: number, percent: number): number => Math.floor((centimes * percent + 50) / 100);

/** Sessions of one claim: the approval has days for more, but a person looks at so long a bill. */
const MOST_SESSIONS = 60;

function hasTooManySessions(file: PaperFile, line: number): boolean {
  let taken = 0;
  let isTooMany = false;
  for (const { by, letter, halves, count } of file.acts.slice(0, line + 1)) {
    const isCounted =
      letter === 'AMM' && file.hasPhysiotherapyApproval && file.providers[by]?.isRegistered === true;
    const sessions = isCounted ? Math.ceil((halves * count) / 2) : 0;
    isTooMany = taken + sessions > MOST_SESSIONS && sessions > 0;
    if (!isTooMany) taken += sessions;
  }
  return isTooMany;
}

function reasonsOf(act: PaperAct, line: number, file: PaperFile): readonly string[] {
  const { by, letter, halves, count, day, billedCentimes } = act;
  const provider = file.providers[by];
  if (provider?.isRegistered !== true) return [`INPE_UNKNOWN${by === 0 ? '' : `@${line}`}`];
  const ofDay = file.acts
    .slice(0, line)
    .filter((other) => other.day === day && file.providers[other.by]?.isRegistered === true);
  const before = ofDay.filter((other) => other.by === by);
  const isSame = (other: PaperAct): boolean =>
    other.letter === letter && other.billedCentimes === billedCentimes;
  // Equal analyses and pictures of one provider are several where the total counts each.
  const isOneOfSeveral = (other: PaperAct): boolean =>
    other.by === by && file.offCentimes === 0 && ['B', 'P', 'Z', 'KE'].includes(letter);
  const bills: readonly string[] = BILLS[provider.kind];
  const isShared = letter === 'D' && provider.sector === 'PRIVATE';
  const isWhole = WHOLE.includes(letter);
  // Surgeons' letters of the private grid: in public hospitals nobody says what they are.
  const isForeign = letter === 'KC' && provider.sector === 'PUBLIC';
  return [
    ...(by > 0 && !act.isNumberBorneOut ? ['FIELD_UNREADABLE'] : []),
    ...(isForeign ? ['ACT_UNKNOWN'] : bills.includes(letter) ? [] : ['ACT_NOT_OF_SPECIALTY']),
    ...(isShared ? ['TARIFF_NOT_CERTAIN'] : []),
    ...(isShared || isForeign || TARIFFS[provider.sector][letter] !== undefined ? [] : ['TARIFF_UNKNOWN']),
    ...(isWhole && (halves !== 2 || count !== 1) ? ['AMOUNT_UNUSUAL'] : []),
    ...(letter === 'AMM' && !file.hasPhysiotherapyApproval ? ['PRIOR_APPROVAL_MISSING'] : []),
    ...(hasTooManySessions(file, line) ? ['SESSIONS_EXCEEDED'] : []),
    ...(ofDay.some((other) => isSame(other) && !isOneOfSeveral(other)) ? ['DUPLICATE'] : []),
    ...(before.some((other) => !isSame(other) && !areTogether(other.letter, letter))
      ? ['ACTS_NOT_TOGETHER']
      : []),
  ].map((code) => `${code}@${line}`);
}

function paidForAct({ by, letter, halves, count, billedCentimes }: PaperAct, file: PaperFile): number {
  const provider = file.providers[by];
  if (provider === undefined) return 0;
  const unitCentimes = Math.round((TARIFFS[provider.sector][letter] ?? 0) * 100);
  const reference = Math.floor((unitCentimes * halves * count + 1) / 2);
  const isFree = file.scheme === 'AMO_TADAMON' && provider.sector === 'PUBLIC';
  return share(Math.min(billedCentimes, reference), isFree ? 100 : 70);
}

/** Percent that a file of a long-term disease gives for boxes at 70 %, or why nobody can say. */
function percentOf(one: PaperBoxes, index: number, { grants, ...file }: PaperFile): number | string {
  const soldOn = one.ownDay ?? file.soldOn;
  const higher = grants.filter(({ percent, from }) => percent > 70 && from <= soldOn);
  const naming = higher.filter(({ boxes }) => boxes?.includes(index));
  if (naming.length > 0) {
    const [first] = naming;
    return naming.every(({ percent }) => percent === first?.percent)
      ? (first?.percent ?? 70)
      : 'RATE_UNKNOWN';
  }
  const silent = higher.filter(({ boxes }) => boxes === undefined);
  if (silent.length > 0 && one.disease === undefined) return 'DISEASE_NOT_SHOWN';
  return silent.find(({ disease }) => disease === one.disease)?.percent ?? 70;
}

const baseOf = (
  { baseCentimes, laterBaseCentimes, ownDay }: PaperBoxes,
  { soldOn }: PaperFile,
): number | undefined =>
  laterBaseCentimes !== undefined && (ownDay ?? soldOn) >= '2025-09-06' ? laterBaseCentimes : baseCentimes;

function reasonsOfBoxes(index: number, file: PaperFile): readonly string[] {
  const line = file.acts.length + index;
  const seller = file.boxes[index]?.ownSeller;
  const ofList = reasonsOfListed(index, file);
  // Boxes of nobody who is known are not priced at all.
  if (seller === 'unregistered')
    return [`INPE_UNKNOWN@${line}`, ...ofList.filter((reason) => reason.startsWith('FIELD_UNREADABLE'))];
  return seller === 'clinic' ? [`ACT_NOT_OF_SPECIALTY@${line}`, ...ofList] : ofList;
}

function reasonsOfListed(index: number, file: PaperFile): readonly string[] {
  const one = file.boxes[index];
  const line = file.acts.length + index;
  if (one === undefined) return [];
  // Nothing but the sum says how many boxes there were, and at which price.
  if (file.offCentimes !== 0) return [`FIELD_UNREADABLE@${line}`];
  if (!one.isListed) return [`MEDICINE_UNKNOWN@${line}`];
  if (one.percent === 0) return [`MEDICINE_NOT_REIMBURSABLE@${line}`];
  const percent = percentOf(one, index, file);
  return [
    ...(baseOf(one, file) === undefined ? [`MEDICINE_PRICE_UNKNOWN@${line}`] : []),
    ...(typeof percent === 'string' ? [`${percent}@${line}`] : []),
  ];
}

function paidForBoxes(index: number, file: PaperFile): number {
  const one = file.boxes[index];
  if (one === undefined) return 0;
  const { boxes, priceCentimes, percent } = one;
  const baseCentimes = baseOf(one, file) ?? 0;
  const granted = percent === 0 ? 0 : percentOf(one, index, file);
  const basis = boxes * Math.min(priceCentimes, baseCentimes);
  return typeof granted === 'string' ? 0 : share(basis, granted);
}

const REFUSALS = ['PRIOR_APPROVAL_MISSING', 'MEDICINE_NOT_REIMBURSABLE'];
/** Without a line they are about all boxes. */
const OF_BOXES = ['PRESCRIPTION_MISSING', 'FIELD_UNREADABLE', 'ACT_NOT_OF_SPECIALTY'];
const codeOf = (reason: string): string => reason.split('@')[0] ?? '';

const PRESCRIBES: readonly PaperProvider['kind'][] = [
  ...(['generalPractitioner', 'dermatologist', 'cardiologist', 'psychiatrist', 'radiologist'] as const),
  ...(['dentist', 'clinic'] as const),
];

/** Why boxes wait for their prescription: it is asked for, or somebody looks for its day; undefined where there is one. */
function unprescribed(file: PaperFile): 'asked' | 'looked-for' | undefined {
  const days = new Set(file.boxes.map(({ ownDay }) => ownDay ?? file.soldOn));
  return [...days]
    .toSorted()
    .map((day) => unprescribedOn(day, file))
    .find((wanting) => wanting !== undefined);
}

function unprescribedOn(
  soldOn: string,
  { acts, providers, behind }: PaperFile,
): 'asked' | 'looked-for' | undefined {
  const visits = acts.filter(({ day }) => day <= soldOn);
  const isSure = ({ by, isNumberBorneOut }: PaperAct): boolean =>
    providers[by]?.isRegistered === true && (by === 0 || isNumberBorneOut);
  if (visits.some((visit) => isSure(visit) && PRESCRIBES.some((kind) => kind === providers[visit.by]?.kind)))
    return undefined;
  if (typeof behind === 'object') {
    if (behind.prescribedOn === undefined) return 'looked-for';
    return behind.prescribedOn <= soldOn ? undefined : 'asked';
  }
  return behind === 'unclear' || !visits.every(isSure) ? 'looked-for' : 'asked';
}

/** Lines that wait, where the others need not: those in doubt, and what may be the same or may not stand beside them. */
function waitingLines(file: PaperFile, doubted: readonly (readonly string[])[], areBoxesSure: boolean) {
  const { acts } = file;
  const has = (line: number, code: string): boolean =>
    doubted[line]?.some((reason) => codeOf(reason) === code) === true;
  const isUnknown = (line: number): boolean => has(line, 'INPE_UNKNOWN') || has(line, 'FIELD_UNREADABLE');
  const isHeldBy = (line: number, other: number): boolean => {
    const [a, b] = [acts[line], acts[other]];
    if (a === undefined || b === undefined || line === other || a.day !== b.day) return false;
    if (has(other, 'ACTS_NOT_TOGETHER')) return true;
    const isSameAct = a.letter === b.letter && a.billedCentimes === b.billedCentimes;
    const isFirst =
      acts.findIndex(
        (one) =>
          file.providers[one.by]?.isRegistered === true &&
          one.day === a.day &&
          one.letter === a.letter &&
          one.billedCentimes === a.billedCentimes,
      ) === line;
    if (has(other, 'DUPLICATE') && isSameAct && isFirst) return true;
    return isUnknown(other) && (a.letter === b.letter || !areTogether(a.letter, b.letter));
  };
  return doubted.map(
    (reasons, line) =>
      reasons.length > 0 ||
      (line >= acts.length && !areBoxesSure) ||
      acts.some((_, other) => (doubted[other]?.length ?? 0) > 0 && isHeldBy(line, other)),
  );
}

/** What a file comes to. */
export function byPencil(file: PaperFile): PaperEnd {
  const { acts, boxes, offCentimes } = file;
  const lines = [
    ...acts.map((act, line) => ({ reasons: reasonsOf(act, line, file), paid: paidForAct(act, file) })),
    ...boxes.map((_, index) => ({
      reasons: reasonsOfBoxes(index, file),
      paid: paidForBoxes(index, file),
    })),
  ];
  const sum =
    acts.reduce((total, { billedCentimes }) => total + billedCentimes, 0) +
    boxes.reduce((total, one) => total + one.boxes * one.priceCentimes, 0);
  const wanting = unprescribed(file);
  const isSold = boxes.every(({ ownSeller }) => ownSeller !== undefined) || file.isSoldByPharmacy;
  const ofWhole = [
    ...(offCentimes === 0 ? [] : ['AMOUNT_MISMATCH']),
    ...(Math.max(sum, sum + offCentimes) >= TOO_MUCH_CENTIMES ? ['AMOUNT_UNUSUAL'] : []),
    ...(wanting === undefined ? [] : [wanting === 'asked' ? 'PRESCRIPTION_MISSING' : 'FIELD_UNREADABLE']),
    ...(isSold ? [] : ['ACT_NOT_OF_SPECIALTY']),
  ];
  const reasons = [...new Set([...ofWhole, ...lines.flatMap((line) => line.reasons)])].toSorted();
  const isRefused = lines.map((line) => line.reasons.some((reason) => REFUSALS.includes(codeOf(reason))));
  const doubts = reasons.filter(
    (reason) => !REFUSALS.includes(codeOf(reason)) && reason !== 'PRESCRIPTION_MISSING',
  );
  const outcome =
    doubts.length > 0
      ? 'referred'
      : isRefused.every(Boolean)
        ? 'rejected'
        : wanting === 'asked'
          ? 'incomplete'
          : isRefused.some(Boolean)
            ? 'partly-approved'
            : 'approved';
  const isOfAll = reasons.some((reason) => !reason.includes('@') && !OF_BOXES.includes(reason));
  const doubted = lines.map((line) => line.reasons.filter((reason) => !REFUSALS.includes(codeOf(reason))));
  const waits = waitingLines(file, doubted, wanting === undefined && isSold);
  const now = lines.map(({ paid }, line) => (waits[line] === true || isRefused[line] === true ? 0 : paid));
  if ((outcome === 'referred' || outcome === 'incomplete') && !isOfAll && now.some((paid) => paid > 0))
    return { outcome: 'partly-referred', paidCentimes: now, reasons };
  const isPaid = outcome === 'approved' || outcome === 'partly-approved';
  return {
    outcome,
    paidCentimes: lines.map(({ paid }, line) => (isPaid && isRefused[line] !== true ? paid : 0)),
    reasons,
  };
}
