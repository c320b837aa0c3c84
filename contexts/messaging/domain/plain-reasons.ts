import type { ReasonCode } from '#claims';

/** A reason as a person understands it: several codes of the adjudication are one of these. */
export type PlainReason =
  | 'ask-agency'
  | 'identity'
  | 'beneficiary-unknown'
  | 'beneficiary-not-declared'
  | 'beneficiary-age'
  | 'rights-closed'
  | 'waiting-period'
  | 'contributions'
  | 'form-incomplete'
  | 'unreadable'
  | 'approval-request'
  | 'attachments'
  | 'prescription'
  | 'amounts'
  | 'several-forms'
  | 'late'
  | 'care-date'
  | 'provider'
  | 'approval-missing'
  | 'ceiling'
  | 'not-reimbursable'
  | 'duplicate'
  | 'account'
  | 'account-changing';

/**
 * Doubts and signals go to people of CNSS, not to the insured; where one is told all the same, and where the reason is
 * delicate (a death, a suspicion), the text names the agency and no more.
 */
const plainReasons: Readonly<Record<ReasonCode, PlainReason>> = {
  REGISTRATION_NUMBER_UNREADABLE: 'identity',
  PERSON_NOT_FOUND: 'identity',
  IDENTITY_MISMATCH: 'identity',
  PERSON_DECEASED: 'ask-agency',
  CIN_UNREADABLE: 'identity',
  NAME_UNREADABLE: 'identity',
  BENEFICIARY_UNREADABLE: 'beneficiary-unknown',
  BENEFICIARY_NOT_DECLARED: 'beneficiary-not-declared',
  BENEFICIARY_AMBIGUOUS: 'beneficiary-unknown',
  BENEFICIARY_AGE: 'beneficiary-age',
  RIGHTS_CLOSED_AT_CARE_DATE: 'rights-closed',
  WAITING_PERIOD: 'waiting-period',
  CONTRIBUTIONS_UNPAID: 'contributions',
  SEVERAL_COVERAGES: 'ask-agency',
  FORM_INCOMPLETE: 'form-incomplete',
  FIELD_UNREADABLE: 'unreadable',
  PAGE_NOT_READ: 'unreadable',
  PRIOR_APPROVAL_REQUEST: 'approval-request',
  ATTACHMENT_COUNT_MISMATCH: 'attachments',
  AMOUNT_MISMATCH: 'amounts',
  OTHER_ITEMS_BILLED: 'amounts',
  SEVERAL_FORMS_IN_FILE: 'several-forms',
  LATE_FILING: 'late',
  DEPOSIT_BACKDATED: 'ask-agency',
  DEPOSIT_DATE_INVALID: 'ask-agency',
  CARE_DATE_IN_FUTURE: 'care-date',
  CARE_DATE_IMPLAUSIBLE: 'care-date',
  TOO_MANY_CARE_DAYS: 'care-date',
  INPE_UNKNOWN: 'provider',
  PROVIDER_NOT_ACTIVE: 'provider',
  PROVIDER_MISMATCH: 'provider',
  PRIOR_APPROVAL_MISSING: 'approval-missing',
  SESSIONS_EXCEEDED: 'approval-missing',
  ACT_UNKNOWN: 'ask-agency',
  ACT_NOT_OF_SPECIALTY: 'ask-agency',
  TARIFF_UNKNOWN: 'ask-agency',
  TARIFF_NOT_CERTAIN: 'ask-agency',
  RATE_UNKNOWN: 'ask-agency',
  DISEASE_NOT_SHOWN: 'ask-agency',
  BILLED_ABOVE_TARIFF: 'ask-agency',
  CEILING_REACHED: 'ceiling',
  DUPLICATE: 'duplicate',
  NEAR_DUPLICATE: 'duplicate',
  DUPLICATE_CHANGED: 'duplicate',
  CHANGED_BY_ONE: 'ask-agency',
  ACTS_NOT_TOGETHER: 'ask-agency',
  AMOUNT_UNUSUAL: 'ask-agency',
  MEDICINE_UNKNOWN: 'ask-agency',
  MEDICINE_PRICE_UNKNOWN: 'ask-agency',
  MEDICINE_NOT_REIMBURSABLE: 'not-reimbursable',
  MEDICINE_PRICE_DIFFERS: 'ask-agency',
  MEDICINE_NOT_PRESCRIBED: 'ask-agency',
  RENEWAL_TOO_SOON: 'ask-agency',
  PRESCRIPTION_MISSING: 'prescription',
  PAID_LINE_CHANGED: 'ask-agency',
  PAID_CLAIM_REJECTED: 'ask-agency',
  RIB_DIFFERS_FROM_ACCOUNT: 'ask-agency',
  NOT_A_CARE_FORM: 'form-incomplete',
  ILLEGIBLE: 'unreadable',
  // Delicate ones: the agency explains them.
  ALTERED_DOCUMENT: 'ask-agency',
  SIGNATURE_MISSING: 'form-incomplete',
  CARE_NOT_PROVEN: 'attachments',
  WORK_ACCIDENT_OR_OTHER_PAYER: 'ask-agency',
  MEDICALLY_NOT_JUSTIFIED: 'ask-agency',
  ACCOUNT_MISSING: 'account',
  ACCOUNT_INVALID: 'account',
  ACCOUNT_CHANGING: 'account-changing',
  // A death: the agency explains it.
  ACCOUNT_OF_DECEASED: 'ask-agency',
};

export type Language = 'ar' | 'fr';

export interface ReasonWords {
  /** Why a claim was not accepted: completes "... : {why}." */
  readonly why: string;
  /** What the person is asked to bring: completes "please bring {bring}". */
  readonly bring: string;
}

/** No illness, specialty or name of a medicine in any of them: a telephone is read by others too. A prescription is asked for by its name, or another paper comes. Arabic is kept short, 70 characters are one SMS. */
const words: Readonly<Record<PlainReason, Readonly<Record<Language, ReasonWords>>>> = {
  'ask-agency': {
    ar: { why: 'المرجو الاتصال بوكالتكم لمعرفة السبب', bring: 'أصل الملف إلى وكالتكم' },
    fr: { why: 'le motif vous sera expliqué sur place', bring: "l'original du dossier" },
  },
  identity: {
    ar: { why: 'معلومات المؤمن له غير متطابقة', bring: 'البطاقة الوطنية ورقم التسجيل' },
    fr: {
      why: "les informations de l'assuré ne concordent pas",
      bring: "votre carte d'identité et votre numéro d'immatriculation",
    },
  },
  'beneficiary-unknown': {
    ar: { why: 'لم يتم التعرف على المستفيد', bring: 'وثيقة تعريف المستفيد' },
    fr: { why: "le bénéficiaire n'est pas identifié", bring: "une pièce d'identité du bénéficiaire" },
  },
  'beneficiary-not-declared': {
    ar: { why: 'المستفيد غير مصرح به', bring: 'وثائق التصريح بالمستفيد' },
    fr: { why: "le bénéficiaire n'est pas déclaré", bring: 'les documents pour déclarer le bénéficiaire' },
  },
  'beneficiary-age': {
    ar: { why: 'تجاوز المستفيد السن المحدد', bring: 'شهادة مدرسية للمستفيد' },
    fr: {
      why: "le bénéficiaire a dépassé l'âge limite",
      bring: 'un certificat de scolarité du bénéficiaire',
    },
  },
  'rights-closed': {
    ar: { why: 'الحقوق غير مفتوحة في ذلك التاريخ', bring: 'وثائق فتح الحقوق' },
    fr: { why: "vos droits n'étaient pas ouverts à cette date", bring: 'les justificatifs de vos droits' },
  },
  'waiting-period': {
    ar: { why: 'لم تكتمل مدة التدريب المطلوبة', bring: 'وثائق فتح الحقوق' },
    fr: { why: "la période de stage n'était pas terminée", bring: 'les justificatifs de vos droits' },
  },
  contributions: {
    ar: { why: 'اشتراكات غير مؤداة', bring: 'ما يثبت أداء الاشتراكات' },
    fr: { why: 'des cotisations ne sont pas payées', bring: 'la preuve du paiement de vos cotisations' },
  },
  'form-incomplete': {
    ar: { why: 'الورقة غير كاملة', bring: 'الورقة كاملة وموقعة ومختومة' },
    fr: { why: 'la feuille est incomplète', bring: 'la feuille complétée, signée et cachetée' },
  },
  unreadable: {
    ar: { why: 'وثائق غير مقروءة', bring: 'الوثائق الأصلية واضحة' },
    fr: { why: 'le document est illisible', bring: 'les documents originaux bien lisibles' },
  },
  'approval-request': {
    ar: { why: 'هذه استمارة طلب موافقة مسبقة', bring: 'استمارة التنفيذ بعد الموافقة' },
    fr: { why: "c'est une demande d'accord préalable", bring: "la feuille d'exécution après l'accord" },
  },
  attachments: {
    ar: { why: 'وثائق مرفقة ناقصة', bring: 'الوثائق المرفقة الأصلية' },
    fr: { why: 'des pièces jointes manquent', bring: 'les pièces jointes originales' },
  },
  prescription: {
    ar: { why: 'الوصفة الطبية ناقصة', bring: 'الوصفة الطبية' },
    fr: { why: "l'ordonnance manque", bring: "l'ordonnance" },
  },
  amounts: {
    ar: { why: 'المبالغ غير متطابقة', bring: 'الفواتير الأصلية' },
    fr: { why: 'les montants ne concordent pas', bring: 'les factures originales' },
  },
  'several-forms': {
    ar: { why: 'عدة أوراق في ملف واحد', bring: 'ملفا منفصلا لكل ورقة' },
    fr: { why: 'plusieurs feuilles sont dans le dossier', bring: 'un dossier par feuille' },
  },
  late: {
    ar: { why: 'انتهى أجل إيداع الملف', bring: 'ما يبرر تأخر الإيداع' },
    fr: { why: 'le délai pour déposer est dépassé', bring: 'le justificatif du retard' },
  },
  'care-date': {
    ar: { why: 'التاريخ المدون غير صحيح', bring: 'الورقة بتاريخ صحيح' },
    fr: { why: "la date indiquée n'est pas valable", bring: 'la feuille avec la bonne date' },
  },
  provider: {
    ar: { why: 'رقم INPE غير معروف أو غير نشيط', bring: 'الورقة مختومة مع رقم INPE' },
    fr: { why: "le numéro INPE n'est pas reconnu", bring: 'la feuille avec le cachet et le numéro INPE' },
  },
  'approval-missing': {
    ar: { why: 'لا توجد موافقة مسبقة', bring: 'الموافقة المسبقة' },
    fr: { why: "l'accord préalable manque", bring: "l'accord préalable" },
  },
  ceiling: {
    ar: { why: 'تم بلوغ سقف التعويض', bring: 'أصل الملف إلى وكالتكم' },
    fr: { why: 'le plafond de remboursement est atteint', bring: "l'original du dossier" },
  },
  'not-reimbursable': {
    ar: { why: 'المنتج غير قابل للتعويض', bring: 'أصل الملف إلى وكالتكم' },
    fr: { why: "un produit n'est pas remboursable", bring: "l'original du dossier" },
  },
  duplicate: {
    ar: { why: 'سبق إيداع نفس الملف', bring: 'أصل الملف إلى وكالتكم' },
    fr: { why: 'ce dossier a déjà été traité', bring: "l'original du dossier" },
  },
  account: {
    ar: { why: 'الحساب البنكي غير صالح', bring: 'شهادة RIB حديثة' },
    fr: { why: "le compte bancaire n'est pas valable", bring: 'un RIB récent' },
  },
  'account-changing': {
    ar: { why: 'حسابكم البنكي قيد التغيير', bring: 'شهادة RIB حديثة' },
    fr: { why: 'votre compte bancaire est en cours de changement', bring: 'un RIB récent' },
  },
};

/** Codes that a person can be notified of, beyond "ask your agency". */
export const reasonCodes: readonly string[] = Object.keys(plainReasons);

const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(plainReasons, code);

/** Which plain reason a code is told as; a code of another version of the rules sends the person to the agency. */
export const plainReasonOf = (reasonCode: string): PlainReason =>
  isReasonCode(reasonCode) ? plainReasons[reasonCode] : 'ask-agency';

/** The words of a plain reason, for whoever shows it. */
export const plainWords = (reason: PlainReason, language: Language): ReasonWords => words[reason][language];

/** The reason in plain words; a code of another version of the rules sends the person to the agency. */
export function wordsFor(reasonCode: string, language: Language): ReasonWords {
  return plainWords(plainReasonOf(reasonCode), language);
}
