import type { ReasonCode } from '../../../../contexts/claims/domain/decision.ts';
import { createRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../support/medicine-examples.ts';
import { brahim } from '../../../support/review-world.ts';
import { act, field, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import type { Walk } from './reason-walk.ts';
import {
  keys,
  sets,
  cardiopex,
  box,
  dispensing,
  withBox,
  approval,
  actsOf,
  data,
  signal,
  rejectedBy,
  weak,
} from './walk-parts.ts';

const accident = { careType: field('accident' as const) };

/** Who gave the care, what it was, what it comes to, and where the money goes; and what people say of the whole. */
export const walksOfActsAndMoney = {
  INPE_UNKNOWN: [
    {
      provider: 'unknown',
      steps: [{ registers: ({ providers }) => providers.push(provider()) }],
      ends: 'APPROVED',
    },
    {
      form: { acts: [{ ...act(), inpe: field('091999999') }] },
      steps: [keys('inpe', '091024578', 0)],
      ends: 'APPROVED',
    },
  ],
  PROVIDER_NOT_ACTIVE: [
    {
      form: { providerName: undefined },
      provider: { from: '2025-09-04' },
      steps: [sets('PROVIDER_NOT_ACTIVE')],
      ends: 'APPROVED',
    },
  ],
  PROVIDER_MISMATCH: [signal({ form: { providerName: field('Clinique Al Amal') } })],
  PRIOR_APPROVAL_MISSING: [
    {
      form: actsOf({ keyLetter: 'AMM', coefficientHundredths: 100, billedCentimes: 5_000 }),
      provider: { specialty: 'Kinésithérapie' },
      rules: createRuleBook({
        ...data,
        priorApprovals: data.priorApprovals.map((row) => ({ ...row, startUncertain: true })),
      }),
      steps: [sets('PRIOR_APPROVAL_MISSING')],
      ends: 'APPROVED',
    },
  ],
  SESSIONS_EXCEEDED: [
    {
      form: actsOf({ keyLetter: 'AMM', coefficientHundredths: 1_100, billedCentimes: 55_000 }),
      provider: { specialty: 'Kinésithérapie' },
      person: { priorApprovals: [approval({ keyLetter: 'AMM', rateBasisPoints: undefined, sessions: 10 })] },
      steps: [sets('SESSIONS_EXCEEDED')],
      ends: 'APPROVED',
    },
  ],
  ACT_UNKNOWN: [
    {
      form: actsOf({ keyLetter: 'XYZ' }),
      steps: [sets('ACT_UNKNOWN', { referenceCentimes: 12_000 })],
      ends: 'APPROVED',
    },
  ],
  ACT_NOT_OF_SPECIALTY: [
    { form: actsOf({ keyLetter: 'CNPSY' }), steps: [sets('ACT_NOT_OF_SPECIALTY')], ends: 'APPROVED' },
  ],
  TARIFF_UNKNOWN: [
    {
      form: actsOf({ keyLetter: 'K', coefficientHundredths: 1000 }),
      steps: [sets('TARIFF_UNKNOWN', { referenceCentimes: 12_000 })],
      ends: 'APPROVED',
    },
  ],
  TARIFF_NOT_CERTAIN: [
    {
      form: actsOf({ keyLetter: 'D', coefficientHundredths: 500 }),
      provider: { specialty: 'Chirurgie dentaire' },
      steps: [sets('TARIFF_NOT_CERTAIN', { referenceCentimes: 12_000 })],
      ends: 'APPROVED',
    },
  ],
  RATE_UNKNOWN: [
    {
      form: { acts: [{ ...act(), diseaseCode: { ...field('E11'), attestedBy: ['amina'] } }] },
      person: {
        priorApprovals: [
          approval({ diseases: ['E11'] }),
          approval({ approvalId: 'A2', diseases: ['E11'], rateBasisPoints: 9000 }),
        ],
      },
      steps: [sets('RATE_UNKNOWN', { rateBasisPoints: 9000 })],
      ends: 'APPROVED',
    },
  ],
  DISEASE_NOT_SHOWN: [
    {
      person: { priorApprovals: [approval({ diseases: ['E11'] })] },
      steps: [keys('diseaseCode', 'E11.2', 0)],
      ends: 'APPROVED',
    },
    {
      person: { priorApprovals: [approval({ diseases: ['E11'] })] },
      steps: [sets('DISEASE_NOT_SHOWN')],
      ends: 'APPROVED',
    },
    {
      ...withBox(),
      person: { priorApprovals: [approval({ keyLetter: 'K', diseases: ['E11'] })] },
      steps: [keys('diseaseCode', 'E11.2', 1)],
      ends: 'APPROVED',
    },
    {
      ...withBox(),
      person: { priorApprovals: [approval({ keyLetter: 'K', diseases: ['E11'] })] },
      steps: [sets('DISEASE_NOT_SHOWN')],
      ends: 'APPROVED',
    },
  ],
  BILLED_ABOVE_TARIFF: [signal({})],
  CEILING_REACHED: [
    {
      rules: createRuleBook({
        ...data,
        ceilings: data.ceilings.map((row) => ({ ...row, codes: ['CS'] })),
      }),
      steps: [sets('CEILING_REACHED', { paidBeforeCentimes: 0 })],
      ends: 'APPROVED',
    },
  ],
  DUPLICATE: [
    {
      form: actsOf({}, {}),
      steps: [
        {
          confirms: [0, 1].flatMap((line) =>
            (['dateOfCare', 'keyLetter', 'billedCentimes'] as const).map((name) => ({ field: name, line })),
          ),
        },
      ],
      ends: 'APPROVED',
    },
    {
      ...withBox(),
      before: { ...withBox().form, ...actsOf({ dateOfCare: '2025-08-28' }) },
      steps: [sets('DUPLICATE')],
      ends: 'APPROVED',
    },
  ],
  NEAR_DUPLICATE: [
    {
      form: actsOf({ billedCentimes: 26_000 }),
      before: {},
      steps: [
        {
          confirms: [
            { field: 'dateOfCare', line: 0 },
            { field: 'keyLetter', line: 0 },
            { field: 'billedCentimes', line: 0 },
            { field: 'patientName' },
          ],
        },
      ],
      ends: 'APPROVED',
    },
  ],
  DUPLICATE_CHANGED: [
    {
      form: {
        ...actsOf({}, { dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600 }),
        beneficiaryLink: field('insured'),
      },
      before: {},
      leads: [keys('dateOfCare', '2025-08-20', 0)],
      steps: [
        {
          confirms: [
            { field: 'dateOfCare', line: 0 },
            { field: 'keyLetter', line: 0 },
            { field: 'billedCentimes', line: 0 },
            { field: 'inpe' },
            { field: 'beneficiaryLink' },
          ],
          by: brahim,
        },
        sets('TARIFF_UNKNOWN', { referenceCentimes: 12_000 }),
      ],
      ends: 'APPROVED',
    },
  ],
  CHANGED_BY_ONE: [
    {
      form: { inpe: field('091024573', weak) },
      leads: [
        {
          keys: [
            { field: 'inpe', value: '091024578' },
            { field: 'dateOfCare', line: 0, value: '2025-08-20' },
          ],
        },
      ],
      steps: [{ confirms: [{ field: 'dateOfCare', line: 0 }], by: brahim }],
      ends: 'APPROVED',
    },
    {
      form: { ...actsOf({}, { dateOfCare: '2025-09-08' }), inpe: field('091024573', weak) },
      leads: [
        {
          keys: [
            { field: 'inpe', value: '091024578' },
            { field: 'patientName', value: null },
          ],
        },
      ],
      steps: [{ confirms: [{ field: 'patientName' }], by: brahim }],
      ends: 'APPROVED',
    },
  ],
  ACTS_NOT_TOGETHER: [
    {
      form: actsOf({}, { keyLetter: 'V', billedCentimes: 30_000 }),
      steps: [{ setsAside: ['ACTS_NOT_TOGETHER', 'ACT_NOT_OF_SPECIALTY'] }],
      ends: 'APPROVED',
    },
  ],
  AMOUNT_UNUSUAL: [
    { form: actsOf({ coefficientHundredths: 200 }), steps: [sets('AMOUNT_UNUSUAL')], ends: 'APPROVED' },
  ],
  MEDICINE_UNKNOWN: [
    {
      ...withBox({ medicines: [{ ...box, code: field(medicineCodeOf(77), { evidence: ['BARCODE'] }) }] }),
      steps: [sets('MEDICINE_UNKNOWN', { referenceCentimes: 8_000, rateBasisPoints: 7000 })],
      ends: 'APPROVED',
    },
    {
      ...withBox(),
      medicines: [],
      steps: [{ registers: ({ medicines }) => medicines.push(cardiopex) }],
      ends: 'APPROVED',
    },
  ],
  MEDICINE_PRICE_UNKNOWN: [
    {
      ...withBox(),
      medicines: [medicineOf({ prices: [priceOf({ baseCentimes: undefined })] })],
      steps: [sets('MEDICINE_PRICE_UNKNOWN', { referenceCentimes: 8_000, rateBasisPoints: 7000 })],
      ends: 'APPROVED',
    },
  ],
  MEDICINE_NOT_REIMBURSABLE: [
    {
      ...withBox(),
      form: {
        acts: [],
        dispensing: dispensing({ prescribedOn: field('2025-09-02') }),
        totalCentimes: field(9_620),
      },
      pages: ['care-form', 'prescription'],
      medicines: [medicineOf({ prices: [priceOf({ rateBasisPoints: 0 })] })],
      steps: [],
      ends: 'REJECTED',
    },
  ],
  MEDICINE_PRICE_DIFFERS: [
    signal({ ...withBox(), medicines: [medicineOf({ prices: [priceOf({ ppvCentimes: 9_000 })] })] }),
  ],
  MEDICINE_NOT_PRESCRIBED: [signal(withBox({ medicines: [{ ...box, isPrescribed: false }] }))],
  RENEWAL_TOO_SOON: [
    {
      ...withBox(),
      before: {
        ...withBox({ dispensedOn: field('2025-08-29') }).form,
        ...actsOf({ dateOfCare: '2025-08-28' }),
      },
      steps: [sets('RENEWAL_TOO_SOON')],
      ends: 'APPROVED',
    },
  ],
  PRESCRIPTION_MISSING: [
    {
      ...withBox({ dispensedOn: field('2025-09-01') }),
      steps: [{ brings: 'document' }, sets('PRESCRIPTION_MISSING')],
      ends: 'APPROVED',
    },
    {
      ...withBox({ dispensedOn: field('2025-09-01') }),
      steps: [{ brings: 'document' }, keys('prescribedOn', '2025-08-31')],
      ends: 'APPROVED',
    },
    {
      // A page behind the form that may be the prescription, and is none.
      ...withBox({ dispensedOn: field('2025-09-01') }),
      pages: ['care-form', 'other'],
      leads: [{ keys: [{ field: 'prescribedOn', value: null }] }],
      steps: [sets('PRESCRIPTION_MISSING')],
      ends: 'APPROVED',
    },
  ],
  RIB_DIFFERS_FROM_ACCOUNT: [signal({ form: { rib: field('011780000123456789012386') } })],
  ACCOUNT_MISSING: [signal({ person: { accounts: [] } })],
  ACCOUNT_INVALID: [
    signal({ person: { accounts: personFile().accounts.map((one) => ({ ...one, rib: '0'.repeat(24) })) } }),
  ],
  ACCOUNT_CHANGING: [
    signal({
      person: {
        accounts: personFile().accounts.map((one) => ({
          ...one,
          change: { changeId: 'c1', requestedAt: '2025-09-18T09:00:00Z', paymentsFrom: '2025-10-18' },
        })),
      },
    }),
  ],
  ACCOUNT_OF_DECEASED: [
    {
      person: { person: { ...personFile().person, deceasedOn: '2025-09-10' } },
      steps: [{ setsAside: ['PERSON_DECEASED'] }],
      ends: 'APPROVED',
    },
  ],
  NOT_A_CARE_FORM: [rejectedBy('NOT_A_CARE_FORM')],
  ILLEGIBLE: [rejectedBy('ILLEGIBLE')],
  ALTERED_DOCUMENT: [rejectedBy('ALTERED_DOCUMENT')],
  SIGNATURE_MISSING: [rejectedBy('SIGNATURE_MISSING')],
  CARE_NOT_PROVEN: [rejectedBy('CARE_NOT_PROVEN')],
  WORK_ACCIDENT_OR_OTHER_PAYER: [
    rejectedBy('WORK_ACCIDENT_OR_OTHER_PAYER'),
    {
      form: accident,
      steps: [keys('careType', 'illness'), { confirms: [{ field: 'careType' }], by: brahim }],
      ends: 'APPROVED',
    },
    { form: accident, steps: [sets('WORK_ACCIDENT_OR_OTHER_PAYER')], ends: 'APPROVED' },
  ],
  MEDICALLY_NOT_JUSTIFIED: [rejectedBy('MEDICALLY_NOT_JUSTIFIED')],
} satisfies Partial<Record<ReasonCode, readonly [Walk, ...Walk[]]>>;
