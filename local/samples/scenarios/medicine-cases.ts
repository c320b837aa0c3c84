import { daysBefore } from './calendar.ts';
import { act } from './care-form-fields.ts';
import { paid, read } from './expected.ts';
import type { MedicineFormSpec, RowAct } from './medicine-form.ts';
import { MEDICINE_PEOPLE, naimaWithChild } from './medicine-people.ts';
import { PROVIDERS } from './providers.ts';
import { CHANNELS, type Scenario } from './scenario.ts';

type Boxes = MedicineFormSpec['dispensing']['lines'][number];

/** Boxes of the invented list, at their public prices; what is said of base and rate is what the list has. */
const BOXES = {
  /** Base 73.20, 70 %. */
  antibiotic: { code: '6119900046583', name: 'BRONACILINE 500 MG', boxCentimes: 73_20 },
  /** Base 91.50, 70 %. */
  strongAntibiotic: { code: '6119900049324', name: 'BRONACILINE 1 G', boxCentimes: 91_50 },
  /** Base 44.90, below its price; 70 %. */
  cream: { code: '6119900028770', name: 'ALTIDERM 1 %', boxCentimes: 53_50 },
  /** Base 28.50, 70 %. */
  syrup: { code: '6119900027407', name: 'ALTITUSS 0,1 %', boxCentimes: 28_50 },
  /** 28 tablets; base 97.90, 70 %. */
  forTheHeart: { code: '6119900067137', name: 'BRONASARTAN 160 MG', boxCentimes: 97_90 },
  /** 28 tablets; base 149.90, below its price; 70 %. */
  forBloodPressure: { code: '6119900002749', name: 'ALTIOPRIL 5 MG', boxCentimes: 157_80 },
  /** Base 66.80, 70 %. */
  forTheStomach: { code: '6119900057541', name: 'BRONAPRAZ 20 MG', boxCentimes: 66_80 },
  /** Base 136.70, 70 %. */
  forAYear: { code: '6119900073985', name: 'CARVAOPRIL 5 MG', boxCentimes: 136_70 },
  /** Rate 0. */
  notReimbursed: { code: '6119900010966', name: 'ALTICILINE 500 MG', boxCentimes: 48_60 },
  /** In no list. */
  unlisted: { code: '6119994203176', name: 'IMMUNORIL 20 MG', boxCentimes: 84_00 },
} as const satisfies Record<string, Boxes['medicine']>;

const boxes = (name: keyof typeof BOXES, count = 1, condition: Boxes['condition'] = 'flat'): Boxes => ({
  medicine: BOXES[name],
  boxes: count,
  condition,
});

/** Forms with the part of a pharmacy, whose boxes are read by their bars. */
export function medicineCases(today: string): readonly Scenario[] {
  return [...paidInFull(today), ...partlyDoubted(today)];
}

function row(
  today: string,
  daysAgo: number,
  letter: string,
  coefficient: number,
  billedCentimes: number,
  description: string,
): RowAct {
  return { ...act(today, daysAgo, letter, coefficient, billedCentimes), description };
}

function scenarioOf(
  today: string,
  scenario: Pick<Scenario, 'title' | 'channelId' | 'expected'> & { readonly after?: Scenario['after'] },
  form: Omit<MedicineFormSpec, 'day' | 'dispensing' | 'signedOn'> & {
    readonly pharmacy: MedicineFormSpec['provider'];
    readonly lines: readonly Boxes[];
    /** Of the visit, and of the dispensing and the signature. */
    readonly visitDaysAgo: number;
    readonly dispensedDaysAgo: number;
  },
): Scenario {
  const { pharmacy, lines, visitDaysAgo, dispensedDaysAgo, ...spec } = form;
  const day = daysBefore(today, dispensedDaysAgo);
  return {
    id: spec.name,
    after: [],
    ...scenario,
    source: {
      kind: 'medicine-form',
      form: {
        ...spec,
        dispensing: { pharmacy, lines, day, prescribedOn: daysBefore(today, visitDaysAgo) },
        signedOn: day,
        day: today,
      },
    },
  };
}

function paidInFull(today: string): readonly Scenario[] {
  return [
    scenarioOf(
      today,
      {
        title: 'A consultation and three medicines, one of them dearer than its base',
        channelId: CHANNELS.agency,
        // 70 % of min(100, 80); of 73.20; of the base 44.90; of 97.90: 56 + 51.24 + 31.43 + 68.53.
        expected: read(paid(MEDICINE_PEOPLE.hicham, 'APPROVED', 324_60, 207_20)),
      },
      {
        name: 'medicines-after-visit',
        household: MEDICINE_PEOPLE.hicham,
        provider: PROVIDERS.generalist,
        acts: [row(today, 29, 'C', 1, 100_00, 'Consultation')],
        pharmacy: PROVIDERS.pharmacy,
        lines: [boxes('antibiotic'), boxes('cream'), boxes('forTheHeart', 1, 'askew')],
        ...{ visitDaysAgo: 29, dispensedDaysAgo: 28, look: 62, labelsOn: 'form' },
        ...{ scanner: 'office', fileType: 'pdf' },
      },
    ),
    scenarioOf(
      today,
      {
        title: 'A doctor, a laboratory and a radiologist on one sheet, and medicines',
        channelId: CHANNELS.agency,
        // 70 % of min(120, 80); of 80 × 1.10; of 13 × 10; of the base 149.90: 56 + 61.60 + 91 + 104.93.
        expected: read(paid(MEDICINE_PEOPLE.abdellah, 'APPROVED', 527_80, 313_53)),
      },
      {
        name: 'several-providers',
        household: MEDICINE_PEOPLE.abdellah,
        provider: PROVIDERS.generalist,
        acts: [
          row(today, 21, 'C', 1, 120_00, 'Consultation'),
          { ...row(today, 20, 'B', 80, 100_00, 'Bilan biologique'), provider: PROVIDERS.laboratory },
          { ...row(today, 19, 'Z', 13, 150_00, 'Radiographie du thorax'), provider: PROVIDERS.radiologist },
        ],
        pharmacy: PROVIDERS.pharmacy,
        lines: [boxes('forBloodPressure')],
        ...{ visitDaysAgo: 21, dispensedDaysAgo: 19, look: 44, labelsOn: 'form' },
        ...{ scanner: 'office', fileType: 'pdf' },
      },
    ),
    scenarioOf(
      today,
      {
        title: 'Tadamon: labels with a DataMatrix on the pharmacy’s invoice, two boxes of one medicine',
        channelId: CHANNELS.mobile,
        // All of min(50, 50) in a public hospital; 70 % of 2 × 136.70: 50 + 191.38.
        expected: read(paid(MEDICINE_PEOPLE.aicha, 'APPROVED', 323_40, 241_38)),
      },
      {
        name: 'labels-on-invoice',
        household: MEDICINE_PEOPLE.aicha,
        provider: PROVIDERS.publicGeneralist,
        acts: [row(today, 17, 'C', 1, 50_00, 'Consultation')],
        pharmacy: PROVIDERS.pharmacy,
        lines: [boxes('forAYear', 2)],
        ...{
          visitDaysAgo: 17,
          dispensedDaysAgo: 17,
          look: 44,
          labelsOn: 'invoice',
          symbology: 'DATA_MATRIX',
        },
        ...{ scanner: 'officeColour', fileType: 'pdf' },
      },
    ),
    scenarioOf(
      today,
      {
        title: 'A label whose bars are torn: its printed number and the price on it are believed together',
        channelId: CHANNELS.shop,
        // 70 % of min(140, 80); of 91.50; of 28.50: 56 + 64.05 + 19.95.
        expected: read(paid(MEDICINE_PEOPLE.khalid, 'APPROVED', 260_00, 140_00)),
      },
      {
        name: 'torn-label',
        household: MEDICINE_PEOPLE.khalid,
        provider: PROVIDERS.generalist,
        acts: [row(today, 11, 'C', 1, 140_00, 'Consultation')],
        pharmacy: PROVIDERS.otherPharmacy,
        lines: [boxes('strongAntibiotic', 1, 'torn'), boxes('syrup')],
        ...{ visitDaysAgo: 11, dispensedDaysAgo: 11, look: 20, labelsOn: 'form', symbology: 'EAN_13' },
        ...{ scanner: 'officeColour', fileType: 'pdf' },
      },
    ),
    scenarioOf(
      today,
      {
        title:
          'One of two medicines is not reimbursed; labels on the prescription, one with a pen’s line across',
        channelId: CHANNELS.shop,
        // 70 % of min(250, 150) and of 66.80; nothing of the other: 105 + 46.76.
        expected: read(
          paid(MEDICINE_PEOPLE.zineb, 'PARTLY_APPROVED', 365_40, 151_76, ['MEDICINE_NOT_REIMBURSABLE']),
        ),
      },
      {
        name: 'medicine-not-reimbursed',
        household: MEDICINE_PEOPLE.zineb,
        provider: PROVIDERS.gynaecologist,
        acts: [row(today, 15, 'CS', 1, 250_00, 'Consultation')],
        pharmacy: PROVIDERS.otherPharmacy,
        lines: [boxes('forTheStomach', 1, 'pen'), boxes('notReimbursed')],
        ...{ visitDaysAgo: 15, dispensedDaysAgo: 15, look: 20, labelsOn: 'prescription' },
        ...{ scanner: 'office', fileType: 'tiff' },
      },
    ),
  ];
}

function partlyDoubted(today: string): readonly Scenario[] {
  const naima = naimaWithChild(today);
  return [
    scenarioOf(
      today,
      {
        title:
          'A child’s medicine that is in no list waits for a person; the visit and the other box are paid',
        channelId: CHANNELS.shop,
        // 70 % of min(100, 80) and of 73.20: 56 + 51.24; 84.00 waits.
        expected: read(paid(naima, 'PARTLY_REFERRED', 257_20, 107_24, ['MEDICINE_UNKNOWN'])),
      },
      {
        name: 'medicine-in-no-list',
        household: naima,
        dependantId: '1',
        provider: PROVIDERS.generalist,
        acts: [row(today, 9, 'C', 1, 100_00, 'Consultation')],
        pharmacy: PROVIDERS.pharmacy,
        lines: [boxes('antibiotic'), boxes('unlisted')],
        ...{ visitDaysAgo: 9, dispensedDaysAgo: 9, look: 253, labelsOn: 'form' },
        ...{ scanner: 'office', fileType: 'pdf' },
      },
    ),
    scenarioOf(
      today,
      {
        title: 'Tablets for a month, got again after ten days: the visit is paid, a person looks at the box',
        channelId: CHANNELS.agency,
        after: ['medicines-after-visit'],
        // 70 % of min(100, 80); 97.90 waits.
        expected: read(paid(MEDICINE_PEOPLE.hicham, 'PARTLY_REFERRED', 197_90, 56_00, ['RENEWAL_TOO_SOON'])),
      },
      {
        name: 'boxes-too-soon-again',
        household: MEDICINE_PEOPLE.hicham,
        provider: PROVIDERS.generalist,
        acts: [row(today, 18, 'C', 1, 100_00, 'Consultation')],
        pharmacy: PROVIDERS.pharmacy,
        lines: [boxes('forTheHeart')],
        ...{ visitDaysAgo: 18, dispensedDaysAgo: 18, look: 20, labelsOn: 'form', symbology: 'EAN_13' },
        ...{ scanner: 'officeColour', fileType: 'pdf' },
      },
    ),
  ];
}
