import { formatDirhams, type Centimes } from '../../../contexts/shared/money.ts';
import type { Provider } from '../../../contexts/registry/records/registry-records.ts';
import type { CareFormFields } from '../truth.ts';
import { asOnForm, daysBefore } from './calendar.ts';
import { ribOf, type Household } from './household.ts';

export interface BilledAct {
  /** ISO date. */
  readonly day: string;
  readonly letter: string;
  /** Whole coefficient; 1 for a consultation. */
  readonly coefficient: number;
  readonly billedCentimes: Centimes;
}

export interface FormInput {
  readonly household: Household;
  /** Absent: the insured himself. */
  readonly dependantId?: string;
  readonly provider: Provider;
  readonly acts: readonly BilledAct[];
  /** ISO date. */
  readonly signedOn: string;
  /** Number of the file within its year. */
  readonly dossier?: string;
  /** Number of documents that come with the form. */
  readonly attachments?: number;
  /** Fields that were left empty. */
  readonly empty?: readonly ('inpe' | 'total' | 'montant_frais')[];
}

/** An amount as people write it on forms: `1 250,00`. */
function asFormAmount(amountCentimes: Centimes): string {
  const [dirhams = '', centimes = ''] = formatDirhams(amountCentimes).split('.');
  return `${dirhams.replace(/\B(?=(\d{3})+$)/g, ' ')},${centimes}`;
}

/** What is written on the care form of a household's member. */
export function careFormFields(input: FormInput): CareFormFields {
  const { household, dependantId, provider, acts, signedOn, dossier, attachments = 0, empty = [] } = input;
  const relative = household.relatives?.find((person) => person.dependantId === dependantId);
  const patient = relative ?? household;
  const link = relative === undefined ? 'assure' : relative.link === 'spouse' ? 'conjoint' : 'enfant';
  const total = asFormAmount(acts.reduce((sum, act) => sum + act.billedCentimes, 0));
  return {
    objet: 'execution',
    ...(dossier === undefined ? {} : { dossier: `${signedOn.slice(0, 4)}-${dossier}` }),
    immatriculation: household.registrationNumber,
    cin: household.cin,
    nom_prenom: `${household.family} ${household.given}`,
    date_naissance: asOnForm(household.birthDate),
    adresse: `${household.address}, ${household.city}`,
    ...(empty.includes('montant_frais') ? {} : { montant_frais: total }),
    pieces_jointes: attachments.toString(),
    beneficiaire: link,
    sexe: patient.sex,
    patient: `${patient.family} ${patient.given}`,
    patient_naissance: asOnForm(patient.birthDate),
    medecin: provider.name,
    ...(empty.includes('inpe') ? {} : { inpe: provider.inpe }),
    specialite: provider.specialty,
    actes: acts.map((act) => ({
      date: asOnForm(act.day),
      code: act.letter,
      coefficient: act.coefficient.toString(),
      montant: asFormAmount(act.billedCentimes),
    })),
    ...(empty.includes('total') ? {} : { total }),
    ...(household.account === undefined ? {} : { rib: ribOf(household.account) }),
    ville: household.city,
    date_signature: asOnForm(signedOn),
  };
}

/** An act so many days ago. */
export function act(
  today: string,
  daysAgo: number,
  letter: string,
  coefficient: number,
  billedCentimes: Centimes,
): BilledAct {
  return { day: daysBefore(today, daysAgo), letter, coefficient, billedCentimes };
}
