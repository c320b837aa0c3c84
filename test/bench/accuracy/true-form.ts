import type { CareForm, FieldSource, ReadField } from '../../../contexts/reading/domain/care-form.ts';
import type { TruthFields } from './accuracy-sample.ts';

const SOURCE: FieldSource = { page: 1, box: { left: 0, top: 0, width: 1, height: 0.02 } };

const CARE_TYPES = {
  maladie: 'illness',
  maternite: 'maternity',
  hospitalisation: 'hospitalisation',
  accident: 'accident',
} as const;
const LINKS = { assure: 'insured', conjoint: 'spouse', enfant: 'child' } as const;

/** The form as it would be if everything that is printed on it were read right and for sure. */
export function trueForm(truth: TruthFields): CareForm {
  return {
    pages: [1],
    purpose: 'execution',
    dossierNumber: sure(truth.dossier),
    registrationNumber: sure(truth.immatriculation),
    cin: sure(truth.cin),
    insuredName: sure(truth.nom_prenom),
    insuredNameArabic: undefined,
    insuredBirthDate: sure(truth.date_naissance, isoDate),
    address: sure(truth.adresse),
    beneficiaryLink: sure(linkOf(truth.beneficiaire)),
    careType: sure(truth.type_soins && CARE_TYPES[truth.type_soins]),
    sex: sure(truth.sexe === 'M' || truth.sexe === 'F' ? truth.sexe : undefined),
    patientName: sure(truth.patient),
    patientBirthDate: sure(truth.patient_naissance, isoDate),
    patientCin: sure(truth.patient_cin),
    providerName: sure(truth.medecin),
    inpe: sure(truth.inpe),
    specialty: sure(truth.specialite),
    acts: (truth.actes ?? []).map((act) => ({
      dateOfCare: sure(act.date, isoDate),
      actCode: undefined,
      keyLetter: sure(act.code),
      coefficientHundredths: sure(act.coefficient, hundredths),
      quantity: sure(act.quantite, Number),
      billedCentimes: sure(act.montant, hundredths),
      ...(act.inpe === undefined ? {} : { inpe: sure(act.inpe) }),
      source: SOURCE,
    })),
    totalCentimes: sure(truth.total, hundredths),
    attachmentsCount: sure(truth.pieces_jointes, Number),
    rib: sure(truth.rib),
    city: sure(truth.ville),
    signatureDate: sure(truth.date_signature, isoDate),
  };
}

function sure<Printed extends string>(printed: Printed | undefined): ReadField<Printed> | undefined;
function sure<Value>(
  printed: string | undefined,
  valueOf: (printed: string) => Value,
): ReadField<Value> | undefined;
function sure(
  printed: string | undefined,
  valueOf: (printed: string) => unknown = (text) => text,
): ReadField<unknown> | undefined {
  if (printed === undefined) return undefined;
  return {
    value: valueOf(printed),
    text: printed,
    confidencePercent: 100,
    source: SOURCE,
    doubts: [],
    evidence: ['SECOND_LOOK'],
  };
}

function linkOf(printed: string | undefined) {
  return printed === 'assure' || printed === 'conjoint' || printed === 'enfant' ? LINKS[printed] : undefined;
}

function isoDate(printed: string): string {
  return printed.split('/').reverse().join('-');
}

/** `1 250,00` is 125000. */
function hundredths(printed: string): number {
  const [whole = '', decimals = ''] = printed.replace(/[\s.]/g, '').split(',');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}
