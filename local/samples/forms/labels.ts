/** What is printed on a form in both languages. */
export interface Label {
  readonly fr: string;
  readonly ar: string;
}

export const LABELS = {
  registrationNumber: { fr: "N° d'immatriculation", ar: 'رقم التسجيل' },
  cin: { fr: 'N° CIN', ar: 'رقم البطاقة الوطنية' },
  insuredName: { fr: 'Nom et prénom', ar: 'الاسم العائلي والشخصي' },
  birthDate: { fr: 'Date de naissance', ar: 'تاريخ الازدياد' },
  address: { fr: 'Adresse', ar: 'العنوان' },
  expenses: { fr: 'Montant des frais (DH)', ar: 'مبلغ المصاريف' },
  attachments: { fr: 'Nombre de pièces jointes', ar: 'عدد الوثائق' },
  link: { fr: 'Lien de parenté', ar: 'القرابة' },
  sex: { fr: 'Sexe', ar: 'الجنس' },
  patientName: { fr: 'Nom et prénom du patient', ar: 'اسم المريض' },
  patientBirthDate: { fr: 'Né(e) le', ar: 'المزداد في' },
  patientCin: { fr: 'N° CIN du patient', ar: 'رقم بطاقة المريض' },
  doctorName: { fr: 'Nom du médecin', ar: 'اسم الطبيب' },
  inpe: { fr: 'INPE', ar: 'الرقم الوطني للطبيب' },
  specialty: { fr: 'Spécialité', ar: 'التخصص' },
  rib: { fr: 'RIB (24 chiffres)', ar: 'رقم الحساب البنكي' },
  dossier: { fr: 'Dossier N°', ar: 'رقم الملف' },
  insuredPart: { fr: "PARTIE RÉSERVÉE À L'ASSURÉ(E)", ar: 'خاص بالمؤمن له' },
  patientPart: { fr: 'BÉNÉFICIAIRE DES SOINS', ar: 'المستفيد من العلاجات' },
  doctorPart: { fr: 'PARTIE RÉSERVÉE AU MÉDECIN TRAITANT', ar: 'خاص بالطبيب المعالج' },
  actsPart: { fr: 'ACTES EFFECTUÉS', ar: 'الأعمال المنجزة' },
  paymentPart: { fr: 'MODE DE PAIEMENT', ar: 'طريقة الأداء' },
  total: { fr: 'TOTAL', ar: 'المجموع' },
} as const satisfies Record<string, Label>;

export const COLUMN_LABELS = {
  date: { fr: "Date de l'acte", ar: 'تاريخ العلاج' },
  code: { fr: 'Code acte', ar: 'رمز العمل' },
  coefficient: { fr: 'Coefficient', ar: 'المعامل' },
  cotation: { fr: 'Lettre clé + cotation', ar: 'الرمز والمعامل' },
  disease: { fr: 'CIM-10', ar: 'رمز المرض' },
  montant: { fr: 'Montant (DH)', ar: 'المبلغ بالدرهم' },
  stamp: { fr: 'Cachet / visa', ar: 'الطابع' },
} as const satisfies Record<string, Label>;

/** A group of check boxes: the name of the field and the value each box stands for. */
export interface CheckGroup {
  readonly field: 'beneficiaire' | 'sexe' | 'objet';
  readonly options: readonly { readonly value: string; readonly label: Label }[];
}

export const LINK_BOXES: CheckGroup = {
  field: 'beneficiaire',
  options: [
    { value: 'assure', label: { fr: 'Assuré(e)', ar: 'المؤمن له' } },
    { value: 'conjoint', label: { fr: 'Conjoint', ar: 'الزوج' } },
    { value: 'enfant', label: { fr: 'Enfant', ar: 'الابن' } },
  ],
};

export const SEX_BOXES: CheckGroup = {
  field: 'sexe',
  options: [
    { value: 'M', label: { fr: 'M', ar: 'ذكر' } },
    { value: 'F', label: { fr: 'F', ar: 'أنثى' } },
  ],
};

export const PURPOSE_BOXES: CheckGroup = {
  field: 'objet',
  options: [
    { value: 'entente_prealable', label: { fr: 'Entente préalable', ar: 'الموافقة المسبقة' } },
    { value: 'execution', label: { fr: 'Exécution', ar: 'تنفيذ' } },
  ],
};
