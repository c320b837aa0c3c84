import type {
  Contribution,
  Dependant,
  Provider,
} from '../../../../contexts/registry/records/registry-records.ts';
import type {
  AdjudicationInput,
  ClaimFacts,
} from '../../../../contexts/adjudication/domain/adjudication-input.ts';
import type {
  CareForm,
  CareFormAct,
  FieldSource,
  ReadField,
} from '../../../../contexts/reading/domain/care-form.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';

const source: FieldSource = { page: 1, box: { left: 0.1, top: 0.1, width: 0.2, height: 0.02 } };

/** A field as a good scan gives it; weaker ones say so. */
export function field<T>(
  value: T,
  weaknesses: Partial<Pick<ReadField<T>, 'confidencePercent' | 'doubts' | 'evidence'>> = {},
): ReadField<T> {
  return { value, text: String(value), confidencePercent: 96, source, doubts: [], ...weaknesses };
}

/** A field that a second look read alike: what multiplies money is paid by nothing less. */
export function readTwice<T>(...given: Parameters<typeof field<T>>): ReadField<T> {
  return { ...field(...given), evidence: ['SECOND_LOOK'] };
}

export interface ActValues {
  readonly dateOfCare?: string;
  readonly keyLetter?: string;
  readonly coefficientHundredths?: number | undefined;
  readonly billedCentimes?: number;
}

/** A specialist's consultation on 3 September 2025, billed 250 DH: 150 DH is the basis, 105 DH are paid at 70 %. */
export function act(values: ActValues = {}): CareFormAct {
  const given = {
    dateOfCare: '2025-09-03',
    keyLetter: 'CS',
    coefficientHundredths: 100,
    billedCentimes: 25_000,
    ...values,
  };
  return {
    dateOfCare: field(given.dateOfCare),
    actCode: undefined,
    keyLetter: readTwice(given.keyLetter),
    coefficientHundredths:
      given.coefficientHundredths === undefined ? undefined : readTwice(given.coefficientHundredths),
    billedCentimes: readTwice(given.billedCentimes),
    source,
  };
}

/** A clean form of the insured person himself; its total is the sum of its acts unless it is given. */
export function form(changes: Partial<CareForm> = {}): CareForm {
  const acts = (changes.acts ?? [act()]).map(inRow);
  const totalCentimes = acts.reduce((sum, { billedCentimes }) => sum + (billedCentimes?.value ?? 0), 0);
  return {
    pages: [1],
    purpose: 'execution',
    dossierNumber: undefined,
    registrationNumber: field('184203957'),
    cin: field('BK412087'),
    insuredName: field('BENNANI Youssef'),
    insuredNameArabic: undefined,
    insuredBirthDate: field('1979-03-14'),
    address: undefined,
    beneficiaryLink: field('insured'),
    sex: field('M'),
    patientName: field('BENNANI Youssef'),
    patientBirthDate: field('1979-03-14'),
    patientCin: undefined,
    providerName: field('Dr ALAOUI Samira'),
    inpe: field('091024578'),
    specialty: field('Cardiologie'),
    totalCentimes: field(totalCentimes),
    attachmentsCount: undefined,
    rib: undefined,
    city: undefined,
    signatureDate: field('2025-09-11'),
    careType: undefined,
    ...changes,
    acts,
  };
}

/** An act in a row of its own, as each is on paper. */
const inRow = (one: CareFormAct, row: number): CareFormAct =>
  one.source === source
    ? { ...one, source: { page: 1, box: { ...source.box, top: 0.1 + 0.03 * row } } }
    : one;

/** Months from January 2025 to December 2025, all paid and fully worked. */
export function contributions(
  scheme: Contribution['scheme'],
  change: (record: Contribution) => Contribution | undefined = (record) => record,
): readonly Contribution[] {
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const record = change({
      type: 'contribution',
      registrationNumber: '184203957',
      scheme,
      month: `2025-${month.toString().padStart(2, '0')}`,
      paid: true,
      ...(scheme === 'AMO_SALARIE' ? { daysDeclared: 26 } : {}),
    });
    return record === undefined ? [] : [record];
  });
}

export function child(changes: Partial<Dependant> = {}): Dependant {
  return {
    type: 'dependant',
    registrationNumber: '184203957',
    dependantId: '1',
    link: 'child',
    name: { family: 'BENNANI', given: 'Adam' },
    birthDate: '2017-06-02',
    from: '2017-06-02',
    studies: [],
    disabled: false,
    ...changes,
  };
}

/** An employee covered since 2015, with an account whose RIB key is right. */
export function personFile(changes: Partial<PersonFile> = {}): PersonFile {
  const registrationNumber = '184203957';
  return {
    person: {
      type: 'person',
      registrationNumber,
      cin: 'BK412087',
      name: { family: 'BENNANI', given: 'Youssef' },
      birthDate: '1979-03-14',
      language: 'fr',
      smsOptOut: false,
    },
    dependants: [],
    coverages: [{ type: 'coverage', registrationNumber, scheme: 'AMO_SALARIE', from: '2015-01-01' }],
    contributions: contributions('AMO_SALARIE'),
    accounts: [{ type: 'account', registrationNumber, rib: '007780000123456789012396', from: '2015-01-01' }],
    priorApprovals: [],
    ...changes,
  };
}

/** A file covered by another scheme since 2023. */
export function fileUnder(scheme: Contribution['scheme'], changes: Partial<PersonFile> = {}): PersonFile {
  return personFile({
    coverages: [{ type: 'coverage', registrationNumber: '184203957', scheme, from: '2023-01-01' }],
    contributions: contributions(scheme),
    ...changes,
  });
}

export function provider(changes: Partial<Provider> = {}): Provider {
  return {
    type: 'provider',
    inpe: '091024578',
    name: 'ALAOUI Samira',
    specialty: 'Cardiologie',
    sector: 'PRIVATE',
    place: 'Casablanca',
    from: '2010-01-01',
    ...changes,
  };
}

/** A specialty whose holders bill a letter; cardiology where it is a physician's. */
export function specialtyBilling(keyLetter: string): string {
  return SPECIALTIES[keyLetter] ?? 'Cardiologie';
}

const SPECIALTIES: Readonly<Record<string, string>> = {
  ...{ CNPSY: 'Psychiatrie', VNPSY: 'Psychiatrie', B: 'Biologie médicale', P: 'Anatomie pathologique' },
  ...{ AMM: 'Kinésithérapie', AMY: 'Orthoptie', AMO: 'Orthophonie', D: 'Chirurgie dentaire' },
  ...{ AMI: 'Soins infirmiers', SF: 'Sage-femme', OPT: 'Opticien' },
  ...{ D_SOINS: 'Chirurgie dentaire', D_PROTHESE: 'Chirurgie dentaire' },
  ...{ HOSP_MED_JOUR: 'Clinique', SOINS_INTENSIFS_JOUR: 'Clinique', REANIMATION_JOUR: 'Clinique' },
  ...{ DIALYSE_SEANCE: 'Clinique', CHIMIO_CURE: 'Clinique', LITHOTRITIE_SEANCE: 'Clinique' },
};

const claimFacts: ClaimFacts = {
  claimId: 'claim-1',
  fileId: 'file-1',
  channelId: 'agency-1',
  submissionDate: '2025-09-15',
  receivedOn: '2025-09-15',
  decidedOn: '2025-09-16',
  formIndex: 0,
  formsInFile: 1,
};

type Changes = Partial<Omit<AdjudicationInput, 'claim' | 'form'>> & {
  readonly claim?: Partial<ClaimFacts>;
  readonly form?: Partial<CareForm>;
};

/** A claim that is approved as it is: 105 DH of 250 DH. Each test changes what it is about. */
export function claimInput({ claim, form: formChanges, ...changes }: Changes = {}): AdjudicationInput {
  return {
    claim: { ...claimFacts, ...claim },
    form: form(formChanges),
    pageRoles: ['care-form'],
    ocrEngine: 'tesseract',
    person: personFile(),
    personByCin: '184203957',
    provider: provider(),
    knownFingerprints: new Map(),
    rules: currentRuleBook(),
    ...changes,
  };
}
