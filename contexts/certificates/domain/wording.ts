import type { CertifiedDependant } from './certificate.ts';

/** One thing in the two languages of a certificate. */
export interface Wording {
  readonly fr: string;
  readonly ar: string;
}

/** What is printed on every certificate. */
export const wording = {
  issuer: { fr: 'Caisse Nationale de Sécurité Sociale', ar: 'الصندوق الوطني للضمان الاجتماعي' },
  branch: { fr: 'Assurance Maladie Obligatoire', ar: 'التأمين الإجباري الأساسي عن المرض' },
  title: { fr: 'Attestation d’immatriculation et d’affiliation', ar: 'شهادة التسجيل والانخراط' },
  statement: {
    fr: 'La personne désignée ci-dessous est immatriculée et affiliée au régime indiqué.',
    ar: 'الشخص المذكور أسفله مسجل ومنخرط في النظام المشار إليه.',
  },
  registrationNumber: { fr: 'N° d’immatriculation', ar: 'رقم التسجيل' },
  name: { fr: 'Nom et prénom', ar: 'الاسم العائلي والشخصي' },
  birthDate: { fr: 'Date de naissance', ar: 'تاريخ الازدياد' },
  born: { fr: 'Né(e) le', ar: 'الازدياد' },
  ramedNumber: { fr: 'Ancien numéro RAMED', ar: 'رقم راميد السابق' },
  scheme: { fr: 'Régime', ar: 'النظام' },
  coveredSince: { fr: 'Affiliation depuis le', ar: 'منخرط منذ' },
  family: { fr: 'Membres de la famille déclarés', ar: 'أفراد الأسرة المصرح بهم' },
  noFamily: { fr: 'Aucun membre de la famille n’est déclaré.', ar: 'لا يوجد أي فرد مصرح به من الأسرة.' },
  link: { fr: 'Lien', ar: 'القرابة' },
  covered: { fr: 'Couvert', ar: 'التغطية' },
  issuedOn: { fr: 'Délivrée le', ar: 'سلمت بتاريخ' },
  reference: { fr: 'Référence', ar: 'المرجع' },
  verify: {
    fr: 'Le code se vérifie avec la clé publique de la Caisse. Il ne contient ni nom ni date de naissance.',
    ar: 'يتم التحقق من الرمز بالمفتاح العمومي للصندوق. لا يتضمن الرمز أي اسم ولا تاريخ ازدياد.',
  },
  contributory: {
    fr: 'Le droit aux prestations dépend du paiement des cotisations.',
    ar: 'الحق في التعويضات رهين بأداء الاشتراكات.',
  },
} as const satisfies Record<string, Wording>;

export const linkNames: Readonly<Record<CertifiedDependant['link'], Wording>> = {
  spouse: { fr: 'Conjoint', ar: 'الزوج(ة)' },
  child: { fr: 'Enfant', ar: 'الابن(ة)' },
};

export const coverageNames: Readonly<Record<CertifiedDependant['coverage'], Wording>> = {
  covered: { fr: 'oui', ar: 'نعم' },
  'not-covered': { fr: 'non', ar: 'لا' },
  uncertain: { fr: 'à vérifier', ar: 'قيد التحقق' },
};

/** An ISO day as both languages write it: 01/12/2022. */
export const writtenDay = (day: string): string => day.split('-').toReversed().join('/');
