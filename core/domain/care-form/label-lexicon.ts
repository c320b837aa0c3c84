/**
 * What the printed labels of care forms say, as data. A label that the form of 610-1-02 (ANAM 1.2.01.01) does not have
 * stands here when other prints of the form, or stamps, use it. Adding a wording needs no code.
 */

export type SectionName = 'insured' | 'patient' | 'provider' | 'payment';

export type ColumnName =
  | 'date'
  | 'actCode'
  | 'keyLetter'
  | 'coefficient'
  | 'amount'
  | 'diagnosis'
  | 'stamp'
  | 'rowNumber'
  | 'description';

export type LabelName =
  | 'title'
  | 'otherTitle'
  | 'continued'
  | 'dossierNumber'
  | 'registrationNumber'
  | 'cin'
  | 'patientCin'
  | 'name'
  | 'familyName'
  | 'givenName'
  | 'insuredName'
  | 'patientName'
  | 'birthDate'
  | 'insuredBirthDate'
  | 'patientBirthDate'
  | 'address'
  | 'link'
  | 'optionInsured'
  | 'optionSpouse'
  | 'optionChild'
  | 'sex'
  | 'optionMale'
  | 'optionFemale'
  | 'providerName'
  | 'inpe'
  | 'specialty'
  | 'total'
  | 'expenses'
  | 'attachmentsCount'
  | 'rib'
  | 'city'
  | 'doneAt'
  | 'signatureDate'
  | 'optionPriorApproval'
  | 'optionExecution'
  /** Printed text that is neither a label of a value that is read nor a value. */
  | 'ignored'
  /** Printed in or beside a field to say how to fill it in. */
  | 'hint'
  | `section.${SectionName}`
  | `column.${ColumnName}`;

export interface LabelEntry {
  readonly name: LabelName;
  readonly phrases: readonly string[];
  /** Words that also stand in running text: a label only when a colon follows. */
  readonly needsColon?: boolean;
}

const insuredNouns = ["l'assuré(e)", "l'assuré", "l'adhérent", "l'affilié"];
const patientNouns = ['bénéficiaire', 'bénéficiaire des soins', 'patient', 'malade'];
const providerNouns = [
  'médecin traitant',
  'médecin',
  'praticien',
  'praticien traitant',
  'professionnel de santé',
  'prestataire',
  'prestataire de soins',
];

/** `partie réservée à` + noun, and the other ways of heading a part of the form; nouns with `le` take `au` and `du`. */
function headings(nouns: readonly string[]): readonly string[] {
  return nouns.flatMap((noun) => {
    const elided = noun.startsWith("l'");
    const to = elided ? `à ${noun}` : `au ${noun}`;
    const of = elided ? `de ${noun}` : `du ${noun}`;
    const on = elided ? noun : `le ${noun}`;
    return [
      `partie réservée ${to}`,
      `cadre réservé ${to}`,
      `réservé ${to}`,
      `à remplir par ${on}`,
      `identification ${of}`,
      `identité ${of}`,
      `renseignements sur ${on}`,
      `renseignements concernant ${on}`,
      `informations sur ${on}`,
      `informations ${of}`,
    ];
  });
}

/** `nom du patient`, `nom et prénom de l'assuré`, ... */
function ofPerson(starts: readonly string[], nouns: readonly string[]): readonly string[] {
  return starts.flatMap((start) =>
    nouns.flatMap((noun) => (noun.startsWith("l'") ? [`${start} de ${noun}`] : [`${start} du ${noun}`])),
  );
}

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

export const labelLexicon: readonly LabelEntry[] = [
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
    name: 'total',
    phrases: [
      'total',
      'total général',
      'montant total',
      'total des actes',
      'total (DH)',
      'total à payer',
      'total TTC',
      'total facturé',
      'total en DH',
    ],
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
  {
    name: 'column.date',
    phrases: [
      'date',
      'dates',
      "date de l'acte",
      'date des actes',
      'date acte',
      'date de soins',
      'date des soins',
      'date du soin',
      'date de l’acte médical',
    ],
  },
  {
    name: 'column.actCode',
    phrases: [
      'code',
      'codes',
      'code acte',
      'code des actes',
      "code de l'acte",
      'code actes',
      'code NGAP',
      'acte',
      'actes',
    ],
  },
  {
    name: 'column.description',
    phrases: [
      'désignation',
      'désignation des actes',
      'nature des actes',
      "nature de l'acte",
      'libellé',
      "libellé de l'acte",
      'description des actes',
      'description',
    ],
  },
  {
    name: 'column.keyLetter',
    phrases: [
      'lettre clé',
      'lettres clés',
      'lettre clé + cotation',
      'lettre clé + cotation NGAP',
      'lettre clé et cotation',
      'cotation NGAP',
      'NGAP',
      'lettre',
      'lettre clé et coefficient',
      'lettre clé + coefficient',
      'lettre clé cotation',
    ],
  },
  {
    name: 'column.coefficient',
    phrases: ['coefficient', 'coefficients', 'coef', 'coeff', 'cotation', 'nombre', 'quantité', 'qté'],
  },
  {
    name: 'column.amount',
    phrases: [
      'montant',
      'montant (DH)',
      'montant (DHS)',
      'montant DH',
      'montant en DH',
      'montant facturé',
      'montant facturé (DH)',
      'montant facturé (DHS)',
      'montants',
      'prix',
      'honoraires',
      'honoraires (DH)',
      'montant (MAD)',
      'montant payé',
      'prix (DH)',
    ],
  },
  { name: 'column.diagnosis', phrases: ['CIM-10', 'code CIM-10', 'CIM'] },
  {
    name: 'column.stamp',
    phrases: [
      'cachet / visa',
      'cachet et visa',
      'visa',
      'cachet',
      'signature et cachet',
      'cachet et signature',
      'signature et cachet du praticien',
      'signature',
      'INPE et code à barres',
      'signature et cachet INPE',
    ],
  },
  { name: 'column.rowNumber', phrases: ['n° ordre', "n° d'ordre"] },
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
      'maladie',
      'maternité',
      'hospitalisation',
      'accident',
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
