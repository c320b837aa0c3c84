import type { LabelEntry } from './label-entry.ts';
import { ofPerson, providerNouns } from './wordings.ts';

/** Labels of the provider's part, of payment and of the signature. */
export const careLabels: readonly LabelEntry[] = [
  {
    name: 'providerName',
    phrases: [
      ...ofPerson(['nom', 'nom et prénom', 'nom & prénom', 'cachet et nom'], providerNouns),
      'médecin prescripteur',
      'nom du docteur',
    ],
  },
  {
    name: 'providerName',
    phrases: ['médecin traitant', 'médecin', 'praticien', 'professionnel de santé'],
    needsColon: true,
  },
  {
    name: 'inpe',
    phrases: [
      'INPE',
      'n° INPE',
      'code INPE',
      'numéro INPE',
      'INPE du médecin',
      'INPE médecin',
      'INPE du praticien',
      'INPE médecin traitant',
      'identifiant INPE',
    ],
  },
  {
    name: 'ignored',
    phrases: [
      'INPE établissement',
      "INPE de l'établissement",
      'INPE établissement de soins',
      "INPE de l'établissement de soins",
    ],
  },
  {
    name: 'specialty',
    phrases: ['spécialité', 'spécialité du médecin', 'spécialité médicale', 'spécialité du praticien'],
  },
  {
    name: 'expenses',
    phrases: [
      'montant des frais',
      'montant des frais (DHS)',
      'montant des frais (DH)',
      'montant total des frais',
      'total des frais',
      'frais engagés',
      'montant des frais engagés',
    ],
  },
  {
    name: 'attachmentsCount',
    phrases: [
      'nombre de pièces jointes',
      'nbre de pièces jointes',
      'nb de pièces jointes',
      'pièces jointes',
      'nombre de pièces',
      'n° de pièces jointes',
      'nombre des pièces jointes',
      'documents joints',
      'nombre de documents joints',
      'pièces annexées',
      'pièces',
      'P.J.',
      'nb pièces',
      'annexes',
    ],
  },
  {
    name: 'rib',
    phrases: [
      'RIB',
      'n° RIB',
      'RIB (24 chiffres)',
      "relevé d'identité bancaire",
      'n° de compte',
      'n° de compte bancaire',
      'compte bancaire',
      "RIB de l'assuré",
      'numéro de compte',
      'IBAN',
      'numéro de compte bancaire',
    ],
  },
  { name: 'doneAt', phrases: ['fait à'] },
  { name: 'signatureDate', phrases: ['date de signature', 'date de la signature', 'signé le', 'fait le'] },
  { name: 'signatureDate', phrases: ['date', 'le'], needsColon: true },
  { name: 'city', phrases: ['ville', 'lieu', 'lieu de signature'], needsColon: true },
];
