import type { LabelEntry, LabelName } from './label-entry.ts';

/** Names of the boxes of `Type de soins`, whose words stand elsewhere too. */
export const careOptions: ReadonlySet<string> = new Set([
  'optionIllness',
  'optionMaternity',
  'optionHospitalisation',
  'optionAccident',
] satisfies readonly LabelName[]);

/** Printed text that no value belongs to. */
export const otherLabels: readonly LabelEntry[] = [
  {
    name: 'hint',
    phrases: [
      'JJ/MM/AAAA',
      'JJ MM AAAA',
      'jour mois année',
      '24 chiffres',
      '9 chiffres',
      '24 positions',
      'en lettres capitales',
      'en majuscules',
    ],
  },
  // The boxes of `Type de soins`.
  { name: 'optionIllness', phrases: ['maladie'] },
  { name: 'optionMaternity', phrases: ['maternité'] },
  { name: 'optionHospitalisation', phrases: ['hospitalisation'] },
  {
    name: 'optionAccident',
    phrases: ['accident', 'accident de travail', 'accident du travail', 'accident de circulation'],
  },
  {
    name: 'ignored',
    phrases: [
      "signature de l'assuré(e)",
      "signature de l'assuré",
      "signature et date de l'assuré",
      'cachet et signature du médecin',
      'cachet et signature du praticien',
      'cachet du médecin',
      'signature du médecin',
      'cachet et signature du médecin traitant',
      "cachet et signature de l'établissement",
      'type de soins',
      'téléphone',
      'tél',
      'GSM',
      'e-mail',
      'date de dépôt',
      'réf ANAM',
      "l'établissement",
      'étiquette INPE',
      'code à barres',
    ],
  },
];
