import type { LabelEntry } from './label-entry.ts';
import { headings, insuredNouns, patientNouns, providerNouns } from './wordings.ts';

/** Titles of documents, headings of the parts of a form and the boxes of its head. */
export const headingLabels: readonly LabelEntry[] = [
  {
    name: 'title',
    phrases: [
      'feuille de soins',
      'feuille de soins AMO',
      'feuille de soins maladie',
      'feuille de soins CNSS',
      'feuille de soins assurance maladie obligatoire',
      'feuille de soins maladie AMO',
      'feuille de maladie',
    ],
  },
  {
    name: 'otherTitle',
    phrases: [
      'ordonnance',
      'ordonnance médicale',
      'facture',
      'facture n',
      "note d'honoraires",
      'devis',
      'reçu',
      'bon de livraison',
      'certificat médical',
      "compte rendu d'analyses",
      'compte rendu',
      "résultats d'analyses",
      'bordereau',
      'prescription médicale',
      'attestation de salaire',
      'ticket de caisse',
    ],
  },
  {
    name: 'continued',
    phrases: [
      'suite',
      'suite de la feuille de soins',
      'feuille de soins suite',
      'suite des actes',
      'actes suite',
    ],
  },
  {
    name: 'dossierNumber',
    phrases: [
      'n° dossier',
      'dossier n°',
      'numéro de dossier',
      'n° de dossier',
      'n° du dossier',
      'référence dossier',
      'dossier numéro',
    ],
  },
  { name: 'dossierNumber', phrases: ['dossier'], needsColon: true },
  {
    name: 'optionPriorApproval',
    phrases: ['entente préalable', 'accord préalable', "demande d'entente préalable"],
  },
  { name: 'optionExecution', phrases: ['exécution'] },
  {
    name: 'section.insured',
    phrases: [
      ...headings(insuredNouns),
      "partie réservée à l'assurée",
      'assuré principal',
      "volet de l'assuré",
      "l'assuré social",
      'partie assuré',
    ],
  },
  {
    name: 'section.patient',
    phrases: [
      ...headings(patientNouns),
      'bénéficiaire des soins',
      'bénéficiaire de soins',
      'bénéficiaire',
      'le bénéficiaire',
      'le patient',
      'le malade',
      'partie bénéficiaire',
      'patient',
    ],
  },
  {
    name: 'section.provider',
    phrases: [
      ...headings(providerNouns),
      ...providerNouns.filter((noun) => noun !== 'médecin'),
      'le médecin traitant',
      'le praticien',
      'partie médecin',
      'établissement de soins',
    ],
  },
  {
    name: 'section.payment',
    phrases: [
      'mode de paiement',
      'mode de règlement',
      'coordonnées bancaires',
      'paiement',
      'règlement',
      'modalités de paiement',
      'remboursement',
    ],
  },
];
