import { wordings, type WordingBook } from './label-wordings.ts';

/** Wordings of the half of forms that the reader of forms is built with. */
export const BUILD_WORDINGS: WordingBook = {
  fund: {
    fr: wordings(
      'Caisse Nationale de Sécurité Sociale|CNSS|C.N.S.S. - A.M.O.|Assurance Maladie Obligatoire|CNSS - Direction des Prestations Maladie',
    ),
    ar: wordings('الصندوق الوطني للضمان الاجتماعي|التأمين الإجباري عن المرض'),
  },
  title: {
    fr: wordings(
      'FEUILLE DE SOINS MALADIE|FEUILLE DE SOINS|Demande de remboursement des frais de soins|BULLETIN DE SOINS|Déclaration de maladie|Feuille de soins AMO',
    ),
    short: wordings('F. DE SOINS|F.S. MALADIE|BULL. SOINS'),
    ar: wordings('ورقة العلاجات|استمارة العلاجات الطبية|طلب استرجاع مصاريف العلاج|ورقة العلاج والمرض'),
  },
  insuredPart: {
    fr: wordings(
      "PARTIE RÉSERVÉE À L'ASSURÉ(E)|Assuré|L'ASSURÉ(E)|Renseignements sur l'assuré|Identification de l'assuré|ADHÉRENT|Volet assuré",
    ),
    ar: wordings('خاص بالمؤمن له|معلومات المؤمن له|المؤمن له|هوية المؤمن له'),
  },
  patientPart: {
    fr: wordings(
      'BÉNÉFICIAIRE DES SOINS|Malade|Bénéficiaire|Renseignements sur le malade|LE PATIENT|Personne soignée',
    ),
    ar: wordings('المستفيد من العلاجات|المريض|معلومات المريض|الشخص المعالج'),
  },
  providerPart: {
    fr: wordings(
      'PARTIE RÉSERVÉE AU MÉDECIN TRAITANT|Médecin traitant|Praticien|Identification du praticien|PROFESSIONNEL DE SANTÉ|Volet médecin',
    ),
    ar: wordings('خاص بالطبيب المعالج|الطبيب المعالج|معلومات الطبيب|مقدم العلاج'),
  },
  actsPart: {
    fr: wordings(
      'ACTES EFFECTUÉS|Description des actes|Soins dispensés|Actes médicaux|Détail des honoraires|PRESTATIONS',
    ),
    ar: wordings('الأعمال المنجزة|وصف الأعمال الطبية|العلاجات المقدمة|الخدمات'),
  },
  paymentPart: {
    fr: wordings('MODE DE PAIEMENT|Paiement|Coordonnées bancaires|Virement'),
    ar: wordings('طريقة الأداء|الحساب البنكي|الأداء'),
  },
  dossier: {
    fr: wordings('Dossier N°|N° de dossier|N° du bulletin|Réf. dossier|Feuille n°'),
    short: wordings('Doss.|N° D.|F. n°'),
    ar: wordings('رقم الملف|رقم الورقة|مرجع الملف'),
  },
  immatriculation: {
    fr: wordings(
      "N° d'immatriculation|N° immatriculation|Matricule|N° assuré|Numéro d'immatriculation CNSS|N° CNSS|Immatriculation|N° d'affiliation|Numéro de l'assuré|Matricule CNSS|N° SS|Code assuré",
    ),
    short: wordings('Mat.|Immat.|N° ass.|N° aff.'),
    ar: wordings('رقم التسجيل|رقم الانخراط|رقم المؤمن له|رقم التسجيل بالصندوق|رقم الضمان الاجتماعي'),
  },
  cin: {
    fr: wordings(
      "N° CIN|CIN|CNIE|N° de la carte nationale|Carte d'identité nationale|N° C.I.N.E.|Pièce d'identité|N° CNIE",
    ),
    short: wordings('C.I.N.|N° CNI|C.N.'),
    ar: wordings('رقم البطاقة الوطنية|البطاقة الوطنية|رقم بطاقة التعريف الوطنية|ب.و'),
  },
  insuredName: {
    fr: wordings(
      "Nom et prénom|Nom et prénom de l'assuré(e)|Nom & prénom|Assuré(e)|Nom complet|Nom et prénom de l'adhérent",
    ),
    short: wordings('Assuré|Nom, prén.|N. & P.'),
    ar: wordings('الاسم العائلي والشخصي|الاسم الكامل|اسم المؤمن له|الاسم والنسب'),
  },
  familyName: {
    fr: wordings('Nom|NOM|Nom de famille|Nom patronymique'),
    ar: wordings('الاسم العائلي|النسب|اللقب'),
  },
  givenName: { fr: wordings('Prénom|Prénom(s)|PRÉNOM'), ar: wordings('الاسم الشخصي|الاسم') },
  birthDate: {
    fr: wordings('Date de naissance|Né(e) le|Date naiss.|Naissance|Date de naissance (JJ/MM/AAAA)'),
    short: wordings('D.N.|Né le|D. nais.'),
    ar: wordings('تاريخ الازدياد|تاريخ الميلاد|المزداد في'),
  },
  address: {
    fr: wordings("Adresse|Adresse de l'assuré|Adresse complète|Demeurant à|Adresse postale"),
    short: wordings('Adr.|Adr'),
    ar: wordings('العنوان|عنوان السكنى|العنوان الكامل'),
  },
  phone: {
    fr: wordings('Téléphone|Tél.|N° de téléphone|GSM|Tél. portable'),
    short: wordings('Tél|GSM'),
    ar: wordings('الهاتف|رقم الهاتف'),
  },
  expenses: {
    fr: wordings('Montant des frais (DH)|Montant des frais engagés|Frais déclarés'),
    short: wordings('Frais|Mt frais'),
    ar: wordings('مبلغ المصاريف|المصاريف'),
  },
  attachments: {
    fr: wordings('Nombre de pièces jointes|Pièces jointes|Nbre de pièces|Nombre de documents joints'),
    short: wordings('P.J.|Nb pièces'),
    ar: wordings('عدد الوثائق|عدد الوثائق المرفقة'),
  },
  link: {
    fr: wordings(
      "Lien de parenté|Lien avec l'assuré|Qualité du bénéficiaire|Lien|Parenté|Le malade est|Qualité",
    ),
    short: wordings('Lien|L.P.|Qual.'),
    ar: wordings('القرابة|صلة القرابة|العلاقة بالمؤمن له'),
  },
  self: {
    fr: wordings('Assuré(e)|Lui-même|Assuré|Adhérent'),
    short: wordings('A|Ass.'),
    ar: wordings('المؤمن له|المعني بالأمر'),
  },
  spouse: {
    fr: wordings('Conjoint|Conjoint(e)|Époux(se)'),
    short: wordings('C|Conj.'),
    ar: wordings('الزوج|الزوج (ة)'),
  },
  child: { fr: wordings('Enfant|Enfants'), short: wordings('E|Enf.'), ar: wordings('الابن|طفل') },
  sex: { fr: wordings('Sexe|Sexe (M/F)'), short: wordings('S.|Sx'), ar: wordings('الجنس') },
  male: { fr: wordings('M|Masculin|H'), short: wordings('M'), ar: wordings('ذكر') },
  female: { fr: wordings('F|Féminin|F.'), short: wordings('F'), ar: wordings('أنثى') },
  patientName: {
    fr: wordings(
      'Nom et prénom du patient|Nom du malade|Patient|Nom et prénom du bénéficiaire|Bénéficiaire|Nom & prénom du malade',
    ),
    short: wordings('Bén.|Pat.|Mal.'),
    ar: wordings('اسم المريض|اسم المستفيد|الاسم الكامل للمريض'),
  },
  patientBirthDate: {
    fr: wordings('Né(e) le|Date de naissance du patient|Date de naissance|Né(e) en date du'),
    short: wordings('D.N.|Né(e)'),
    ar: wordings('تاريخ ازدياد المريض|المزداد في|تاريخ الازدياد'),
  },
  doctorName: {
    fr: wordings(
      'Nom du médecin|Médecin|Nom du praticien|Docteur|Nom et prénom du médecin|Médecin traitant|Praticien',
    ),
    short: wordings('Dr|Méd.|Prat.'),
    ar: wordings('اسم الطبيب|الطبيب المعالج|اسم الممارس'),
  },
  inpe: {
    fr: wordings('INPE|N° INPE|Code INPE|INPE du médecin|Identifiant national (INPE)'),
    short: wordings('INPE|I.N.P.E.'),
    ar: wordings('الرقم الوطني للطبيب|رمز الطبيب|الرقم الوطني الاستدلالي'),
  },
  specialty: {
    fr: wordings('Spécialité|Spécialité médicale|Qualification'),
    short: wordings('Spéc.|Spé.'),
    ar: wordings('التخصص|الاختصاص'),
  },
  ice: { fr: wordings('ICE|N° ICE'), ar: wordings('التعريف الموحد للمقاولة') },
  taxNumber: { fr: wordings('Patente|IF|N° Patente|Identifiant fiscal'), ar: wordings('الضريبة المهنية') },
  rib: {
    fr: wordings(
      'RIB (24 chiffres)|RIB|N° de compte|Compte bancaire (RIB)|Relevé d’identité bancaire|N° RIB|Compte à créditer',
    ),
    short: wordings('R.I.B.|Cpte'),
    ar: wordings('رقم الحساب البنكي|كشف التعريف البنكي|رقم الحساب (24 رقما)'),
  },
  total: {
    fr: wordings(
      'TOTAL|Total|Total général|Montant total|TOTAL (DH)|Total honoraires|Total à payer|Somme totale',
    ),
    short: wordings('Tot.|TOT.|Tot. DH'),
    ar: wordings('المجموع|المجموع العام|المبلغ الإجمالي'),
  },
  place: { fr: wordings('Fait à|À|Lieu'), short: wordings('Fait à|À'), ar: wordings('حرر ب|في') },
  signedOn: { fr: wordings('le|Le|Date|en date du'), short: wordings('le'), ar: wordings('بتاريخ|في تاريخ') },
  insuredSignature: {
    fr: wordings("Signature de l'assuré(e)|Signature de l'adhérent|Signature"),
    short: wordings('Sign. ass.'),
    ar: wordings('توقيع المؤمن له|التوقيع'),
  },
  doctorSignature: {
    fr: wordings('Cachet et signature du médecin|Cachet du praticien|Cachet et signature'),
    short: wordings('Cach. & sign.'),
    ar: wordings('طابع وتوقيع الطبيب|خاتم الطبيب'),
  },
  purpose: { fr: wordings('Objet|Nature de la demande'), ar: wordings('الموضوع') },
  execution: { fr: wordings('Exécution|Remboursement'), ar: wordings('تنفيذ') },
  priorApproval: { fr: wordings('Entente préalable'), ar: wordings('الموافقة المسبقة') },
  columnNumber: { fr: wordings('N°|Ligne'), ar: wordings('رقم') },
  columnDate: {
    fr: wordings("Date de l'acte|Date|Date des soins|Date des actes|Jour"),
    short: wordings('Date|D. acte'),
    ar: wordings('تاريخ العلاج|التاريخ'),
  },
  columnLetter: {
    fr: wordings('Code acte|Lettre clé|Lettre|Code|Acte'),
    short: wordings('L.C.|Let.'),
    ar: wordings('رمز العمل|الحرف'),
  },
  columnCoefficient: {
    fr: wordings('Coefficient|Coef.|Cotation|Coeff'),
    short: wordings('Coef.|K'),
    ar: wordings('المعامل'),
  },
  columnCotation: {
    fr: wordings(
      'Lettre clé + cotation|Cotation NGAP|Acte et coefficient|Code et cotation|Lettre-clé et coef.',
    ),
    short: wordings('Cot.|L.C. + coef.'),
    ar: wordings('الرمز والمعامل|رمز العمل ومعامله'),
  },
  columnQuantity: {
    fr: wordings('Quantité|Qté|Nombre'),
    short: wordings('Qté|Nb'),
    ar: wordings('العدد|الكمية'),
  },
  columnUnitPrice: {
    fr: wordings('Prix unitaire|P.U.|Tarif'),
    short: wordings('P.U.'),
    ar: wordings('ثمن الوحدة'),
  },
  columnAmount: {
    fr: wordings('Montant (DH)|Montant|Montant facturé|Honoraires|Prix (DH)|Montant payé'),
    short: wordings('Mt|Hon.|Mt DH'),
    ar: wordings('المبلغ بالدرهم|المبلغ|الثمن'),
  },
  columnDescription: {
    fr: wordings("Désignation|Nature de l'acte|Libellé|Acte pratiqué"),
    short: wordings('Désign.|Acte'),
    ar: wordings('نوع العمل|البيان'),
  },
  columnDisease: { fr: wordings('CIM-10|Code maladie'), ar: wordings('رمز المرض') },
  columnInpe: {
    fr: wordings('INPE|INPE du prestataire|N° INPE'),
    short: wordings('INPE'),
    ar: wordings('رمز الممارس'),
  },
  columnStamp: { fr: wordings('Cachet / visa|Signature'), ar: wordings('الطابع|التوقيع') },
};
