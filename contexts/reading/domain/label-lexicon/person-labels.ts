import type { LabelEntry } from './label-entry.ts';
import { insuredNouns, ofPerson, patientNouns } from './wordings.ts';

const nameStarts = [
  'nom',
  'nom et prénom',
  'nom & prénom',
  'nom prénom',
  'nom complet',
  'nom et prénoms',
  'nom et prénom(s)',
  'prénom et nom',
];
const birthStarts = ['date de naissance', 'date naissance', 'né(e) le'];

/** Labels of the insured's and the patient's parts. */
export const personLabels: readonly LabelEntry[] = [
  {
    name: 'registrationNumber',
    phrases: [
      "n° d'immatriculation",
      'n° immatriculation',
      "numéro d'immatriculation",
      'immatriculation',
      'immatriculation CNSS',
      "n° d'immatriculation CNSS",
      'n° immatriculation CNSS',
      "n° d'immatriculation de l'assuré",
      "immatriculation de l'assuré",
      'n° CNSS',
      'numéro CNSS',
      'n° affiliation',
      "n° d'assuré",
    ],
  },
  {
    name: 'cin',
    phrases: [
      'CIN',
      'n° CIN',
      'CNIE',
      'n° CNIE',
      'n° de la CIN',
      'n° de CIN',
      'numéro CIN',
      'numéro de CIN',
      "CIN de l'assuré",
      "n° CIN de l'assuré",
      "carte d'identité nationale",
      "n° carte d'identité nationale",
      "carte nationale d'identité",
      "n° carte nationale d'identité",
    ],
  },
  { name: 'patientCin', phrases: ofPerson(['CIN', 'n° CIN', 'CNIE', 'n° CNIE'], patientNouns) },
  { name: 'name', phrases: [...nameStarts.filter((start) => start !== 'nom'), 'noms et prénoms'] },
  { name: 'familyName', phrases: ['nom', 'nom de famille'] },
  { name: 'givenName', phrases: ['prénom', 'prénoms', 'prénom(s)'] },
  { name: 'insuredName', phrases: ofPerson(nameStarts, insuredNouns) },
  { name: 'patientName', phrases: ofPerson(nameStarts, patientNouns) },
  { name: 'patientName', phrases: ['patient', 'malade', 'bénéficiaire'], needsColon: true },
  { name: 'birthDate', phrases: [...birthStarts, 'née le', 'né le', 'date et lieu de naissance'] },
  { name: 'insuredBirthDate', phrases: ofPerson(birthStarts, insuredNouns) },
  { name: 'patientBirthDate', phrases: ofPerson(birthStarts, patientNouns) },
  {
    name: 'address',
    phrases: [
      'adresse',
      "adresse de l'assuré",
      "adresse de l'assuré(e)",
      'adresse complète',
      'adresse postale',
      'domicile',
    ],
  },
  {
    name: 'link',
    phrases: [
      'lien de parenté',
      "lien avec l'assuré",
      "lien avec l'assuré(e)",
      'lien de parenté du bénéficiaire',
      'qualité du bénéficiaire',
    ],
  },
  {
    name: 'optionInsured',
    phrases: [
      'assuré(e)',
      'assuré',
      "l'assuré(e)",
      "l'assuré",
      "l'assuré lui-même",
      'lui-même',
      'assuré lui-même',
    ],
  },
  { name: 'optionSpouse', phrases: ['conjoint', 'conjoint(e)', 'époux', 'épouse'] },
  { name: 'optionChild', phrases: ['enfant', 'enfant à charge'] },
  { name: 'sex', phrases: ['sexe', 'sexe M/F', 'sexe (M/F)', 'sexe du bénéficiaire', 'sexe du patient'] },
  { name: 'optionMale', phrases: ['masculin', 'homme'] },
  { name: 'optionFemale', phrases: ['féminin', 'femme'] },
];
