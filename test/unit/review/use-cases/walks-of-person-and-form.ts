import type { ReasonCode } from '../../../../contexts/claims/domain/decision.ts';
import {
  child,
  contributions,
  field,
  fileUnder,
  personFile,
} from '../../adjudication/domain/claim-builder.ts';
import type { Walk } from './reason-walk.ts';
import {
  registrationNumber,
  weak,
  keys,
  sets,
  cardiopex,
  box,
  withBox,
  coverage,
  spouse,
  ofSpouse,
  actsOf,
  days,
  signal,
} from './walk-parts.ts';

/** Who, whether covered, and what the form says of itself. */
export const walksOfPersonAndForm = {
  REGISTRATION_NUMBER_UNREADABLE: [
    {
      form: { registrationNumber: field('184203951', weak) },
      steps: [keys('registrationNumber', registrationNumber)],
      ends: 'APPROVED',
    },
  ],
  PERSON_NOT_FOUND: [
    {
      person: 'unknown',
      steps: [{ registers: ({ people }) => people.push(personFile()) }],
      ends: 'APPROVED',
    },
  ],
  IDENTITY_MISMATCH: [
    {
      person: { person: { ...personFile().person, cin: undefined } },
      steps: [sets('IDENTITY_MISMATCH')],
      ends: 'APPROVED',
    },
    {
      form: { ...ofSpouse, patientCin: field('AB123456') },
      person: { dependants: [{ ...spouse, cin: 'EE654321' }] },
      steps: [sets('IDENTITY_MISMATCH')],
      ends: 'APPROVED',
    },
  ],
  PERSON_DECEASED: [
    {
      form: ofSpouse,
      person: {
        person: { ...personFile().person, deceasedOn: '2024-12-20' },
        dependants: [spouse],
        coverages: [{ ...coverage, to: '2024-12-31' }],
      },
      steps: [{ setsAside: ['PERSON_DECEASED', 'RIGHTS_CLOSED_AT_CARE_DATE'] }],
      ends: 'APPROVED',
    },
  ],
  CIN_UNREADABLE: [
    {
      form: { cin: undefined, insuredBirthDate: undefined },
      steps: [keys('cin', 'BK412087')],
      ends: 'APPROVED',
    },
  ],
  NAME_UNREADABLE: [
    { form: { insuredName: undefined }, steps: [keys('insuredName', 'BENNANI Youssef')], ends: 'APPROVED' },
  ],
  BENEFICIARY_UNREADABLE: [
    {
      form: { patientName: field('B?NN?', weak) },
      steps: [keys('patientName', 'BENNANI Youssef')],
      ends: 'APPROVED',
    },
  ],
  BENEFICIARY_NOT_DECLARED: [
    {
      form: ofSpouse,
      person: { dependants: [{ ...spouse, to: '2025-03-31' }] },
      steps: [sets('BENEFICIARY_NOT_DECLARED')],
      ends: 'APPROVED',
    },
  ],
  BENEFICIARY_AMBIGUOUS: [
    {
      form: { beneficiaryLink: field('spouse' as const) },
      steps: [keys('beneficiaryLink', 'insured')],
      ends: 'APPROVED',
    },
  ],
  BENEFICIARY_AGE: [
    {
      form: {
        ...actsOf({ dateOfCare: '2027-02-10' }),
        signatureDate: field('2027-02-11'),
        beneficiaryLink: field('child' as const),
        patientName: field('BENNANI Adam'),
        patientBirthDate: field('1999-01-02'),
      },
      person: {
        dependants: [child({ birthDate: '1999-01-02', studies: [{ from: '2026-09-01', to: '2027-07-31' }] })],
        contributions: contributions('AMO_SALARIE', (record) => ({
          ...record,
          month: record.month.replace('2025', '2026'),
        })),
      },
      claim: { submissionDate: '2027-02-15', receivedOn: '2027-02-15' },
      now: '2027-02-20T09:00:00Z',
      steps: [sets('BENEFICIARY_AGE')],
      ends: 'APPROVED',
    },
  ],
  RIGHTS_CLOSED_AT_CARE_DATE: [
    {
      person: { coverages: [{ ...coverage, to: '2025-06-30' }] },
      steps: [sets('RIGHTS_CLOSED_AT_CARE_DATE')],
      ends: 'APPROVED',
    },
  ],
  WAITING_PERIOD: [
    {
      person: { contributions: [] },
      steps: [{ registers: ({ people }) => people.splice(0, 1, personFile()) }],
      ends: 'APPROVED',
    },
    {
      person: {
        coverages: [
          { ...coverage, to: '2025-07-31' },
          { ...coverage, scheme: 'AMO_TNS', from: '2025-08-01' },
        ],
      },
      steps: [sets('WAITING_PERIOD')],
      ends: 'APPROVED',
    },
  ],
  CONTRIBUTIONS_UNPAID: [
    {
      person: fileUnder('AMO_TNS', {
        contributions: contributions('AMO_TNS', (record) =>
          record.month === '2025-08' ? undefined : record,
        ),
      }),
      steps: [sets('CONTRIBUTIONS_UNPAID')],
      ends: 'APPROVED',
    },
  ],
  SEVERAL_COVERAGES: [
    {
      person: { coverages: [coverage, { ...coverage, scheme: 'AMO_TNS' }] },
      steps: [sets('SEVERAL_COVERAGES', { scheme: 'AMO_SALARIE' })],
      ends: 'APPROVED',
    },
  ],
  FORM_INCOMPLETE: [
    {
      form: { inpe: undefined },
      steps: [{ brings: 'document' }, keys('inpe', '091024578')],
      ends: 'APPROVED',
    },
  ],
  FIELD_UNREADABLE: [
    { form: { inpe: field('091024573', weak) }, steps: [keys('inpe', '091024578')], ends: 'APPROVED' },
    {
      ...withBox({
        pharmacyInpe: field('092307411', weak),
        dispensedOn: field('2025-09-04', weak),
        medicines: [
          { ...box, code: undefined, quantity: field(3, weak), unitPriceCentimes: field(9_000, weak) },
        ],
      }),
      steps: [
        {
          keys: [
            { field: 'pharmacyInpe', value: '092307418' },
            { field: 'dispensedOn', value: '2025-09-04' },
            { field: 'medicineCode', line: 1, value: cardiopex.code },
            { field: 'boxes', line: 1, value: 1 },
            { field: 'unitPriceCentimes', line: 1, value: 9_620 },
          ],
        },
      ],
      ends: 'APPROVED',
    },
  ],
  PAGE_NOT_READ: [
    {
      pages: ['care-form', 'failed'],
      steps: [
        { brings: 'document' },
        { confirms: [{ field: 'totalCentimes' }, { field: 'billedCentimes', line: 0 }] },
      ],
      ends: 'APPROVED',
    },
  ],
  PRIOR_APPROVAL_REQUEST: [
    { form: { purpose: 'prior-approval' }, steps: [sets('PRIOR_APPROVAL_REQUEST')], ends: 'APPROVED' },
  ],
  ATTACHMENT_COUNT_MISMATCH: [signal({ form: { attachmentsCount: field(2) } })],
  AMOUNT_MISMATCH: [
    { form: { totalCentimes: field(30_000) }, steps: [keys('totalCentimes', 25_000)], ends: 'APPROVED' },
  ],
  OTHER_ITEMS_BILLED: [
    { form: { otherAmounts: [field(4_000)] }, steps: [sets('OTHER_ITEMS_BILLED')], ends: 'APPROVED' },
  ],
  SEVERAL_FORMS_IN_FILE: [signal({ claim: { formsInFile: 2 } })],
  LATE_FILING: [
    {
      form: actsOf({ dateOfCare: '2025-07-01' }, { dateOfCare: '2025-08-20' }),
      steps: [sets('LATE_FILING')],
      ends: 'APPROVED',
    },
  ],
  DEPOSIT_BACKDATED: [
    {
      form: { ...actsOf({ dateOfCare: '2025-07-20' }), signatureDate: field('2025-09-25') },
      steps: [sets('DEPOSIT_BACKDATED')],
      ends: 'APPROVED',
    },
  ],
  DEPOSIT_DATE_INVALID: [signal({ claim: { submissionSignals: ['DEPOSIT_DATE_INVALID'] } })],
  CARE_DATE_IN_FUTURE: [
    {
      form: { ...actsOf({ dateOfCare: '2025-09-17' }), signatureDate: field('2025-09-17') },
      steps: [{ setsAside: ['CARE_DATE_IN_FUTURE', 'DEPOSIT_BACKDATED'] }],
      ends: 'APPROVED',
    },
  ],
  CARE_DATE_IMPLAUSIBLE: [
    {
      form: actsOf({ dateOfCare: '2025-09-14' }),
      steps: [{ confirms: [{ field: 'dateOfCare', line: 0 }, { field: 'signatureDate' }] }],
      ends: 'APPROVED',
    },
  ],
  // Separate forms are asked for.
  TOO_MANY_CARE_DAYS: [
    {
      form: actsOf(...days(40, 3).map((dateOfCare) => ({ dateOfCare }))),
      steps: [{ rejects: 'NOT_A_CARE_FORM' }],
      ends: 'REJECTED',
    },
  ],
} satisfies Partial<Record<ReasonCode, readonly [Walk, ...Walk[]]>>;
