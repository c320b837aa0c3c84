import { wordings, type WordingBook } from './label-wordings.ts';

/** Wordings of the half of forms that the reader of forms is measured with: none of them is in the other half. */
export const TEST_WORDINGS: WordingBook = {
  fund: {
    fr: wordings(
      'Régime de base - CNSS Maroc|Sécurité Sociale du Maroc|Couverture médicale de base|Prestations A.M.O. (C.N.S.S.)|Service remboursement AMO',
    ),
    ar: wordings('صندوق الضمان الاجتماعي بالمغرب|التغطية الصحية الأساسية'),
  },
  title: {
    fr: wordings(
      'RELEVÉ DE SOINS|Note d’honoraires et demande de remboursement|Imprimé de remboursement maladie|DOSSIER MALADIE|Attestation de soins|Décompte de soins ambulatoires',
    ),
    short: wordings('REL. SOINS|DEM. REMB.|DOSS. MAL.'),
    ar: wordings('كشف العلاجات|مطبوع التعويض عن المرض|ملف المرض|تصريح بالعلاجات'),
  },
  insuredPart: {
    fr: wordings(
      'TITULAIRE DU DOSSIER|Le titulaire|Ouvrant droit|Cadre assuré social|Affilié(e)|À REMPLIR PAR LE TITULAIRE',
    ),
    ar: wordings('صاحب الملف|المنخرط|بيانات صاحب الحق|يملأ من طرف المنخرط'),
  },
  patientPart: {
    fr: wordings(
      'SUJET DES SOINS|Le malade et son lien|Ayant droit soigné|Identité du patient|CADRE PATIENT|Personne ayant reçu les soins',
    ),
    ar: wordings('الشخص المستفيد|هوية المريض|ذو الحق|خانة المريض'),
  },
  providerPart: {
    fr: wordings(
      'SOIGNANT|Prestataire de soins|Établissement ou praticien|Exécutant des soins|CADRE DU PRATICIEN|Dispensateur',
    ),
    ar: wordings('مقدم الخدمة|الممارس الصحي|خانة الممارس|المؤسسة أو الطبيب'),
  },
  actsPart: {
    fr: wordings(
      'RELEVÉ DES ACTES|Soins reçus|Nature des soins et honoraires|Lignes de soins|FACTURATION|Consultations et examens',
    ),
    ar: wordings('جدول العلاجات|العلاجات المنجزة|بيان الأتعاب|الفوترة'),
  },
  paymentPart: {
    fr: wordings('VERSEMENT|À verser sur|Domiciliation bancaire|RÈGLEMENT PAR VIREMENT'),
    ar: wordings('التحويل البنكي|يؤدى إلى|الصرف'),
  },
  dossier: {
    fr: wordings('N° imprimé|Série|Bordereau n°|Référence|N° de pièce'),
    short: wordings('Bord.|Réf.|Imp.'),
    ar: wordings('رقم المطبوع|السلسلة|المرجع'),
  },
  immatriculation: {
    fr: wordings(
      "Numéro d'adhérent|Num. adhérent|Identifiant CNSS|N° de sécurité sociale|Numéro assuré social|N° d'inscription|Immatriculé(e) sous le n°|Identifiant de l'assuré|Numéro AMO|N° AMO|Affiliation n°|Numéro du titulaire",
    ),
    short: wordings('Adh.|N° S.S.|Aff.|Id. CNSS|N° AMO'),
    ar: wordings('رقم العضوية|رقم التأمين|المسجل تحت رقم|الرقم لدى الصندوق|رقم المنخرط'),
  },
  cin: {
    fr: wordings(
      "Carte nationale n°|N° de pièce d'identité|C.N.I. électronique|Identité (CNIE)|Titulaire de la CIN n°|Numéro CIN|N° carte d'identité|CNI",
    ),
    short: wordings('CNI n°|P.I.|Id. nat.'),
    ar: wordings('رقم ب.ت.و|بطاقة التعريف رقم|رقم التعريف الوطني|الحامل للبطاقة الوطنية رقم'),
  },
  insuredName: {
    fr: wordings(
      'Identité du titulaire|Nom suivi du prénom|Titulaire|Je soussigné(e)|Nom et prénoms|Prénom et nom|Affilié',
    ),
    short: wordings('Tit.|Id. tit.|Adhér.'),
    ar: wordings('هوية المنخرط|اسم صاحب الملف|أنا الموقع أسفله|الاسم الشخصي والعائلي'),
  },
  familyName: {
    fr: wordings('Nom (majuscules)|Patronyme|Nom usuel|Nom d’état civil'),
    ar: wordings('الاسم العائلي للمنخرط|اسم العائلة|الكنية'),
  },
  givenName: {
    fr: wordings('Prénom usuel|Prénoms (dans l’ordre)|Petit nom'),
    ar: wordings('الاسم الأول|الاسم الفردي'),
  },
  birthDate: {
    fr: wordings('Date de naiss. (j/m/a)|Né / née le|Naissance (jour, mois, année)|DDN|Jour de naissance'),
    short: wordings('DDN|N. le|Dt nais.'),
    ar: wordings('مزداد بتاريخ|تاريخ الولادة|يوم الميلاد'),
  },
  address: {
    fr: wordings('Domicile|Lieu de résidence|Résidant à|Domicilié(e) au|Adresse personnelle'),
    short: wordings('Dom.|Rés.'),
    ar: wordings('محل السكنى|الساكن ب|مقر الإقامة'),
  },
  phone: {
    fr: wordings('Mobile|Portable|Joindre au|N° d’appel|Contact'),
    short: wordings('Mob.|Port.'),
    ar: wordings('المحمول|رقم النداء'),
  },
  expenses: {
    fr: wordings('Total des dépenses déclarées|Débours (DH)|Dépenses'),
    short: wordings('Dép.|Déb.'),
    ar: wordings('مجموع النفقات|النفقات المصرح بها'),
  },
  attachments: {
    fr: wordings('Annexes|Documents annexés|Nb. de justificatifs|Justificatifs joints'),
    short: wordings('Ann.|Just.'),
    ar: wordings('عدد المرفقات|المستندات'),
  },
  link: {
    fr: wordings(
      'Rapport avec le titulaire|Soins reçus par|Situation familiale du patient|Degré de parenté|Ayant droit|Le patient est le/la',
    ),
    short: wordings('Par.|Rapp.|A.D.'),
    ar: wordings('العلاقة مع المنخرط|درجة القرابة|المريض هو'),
  },
  self: {
    fr: wordings('Titulaire|L’intéressé(e)|Affilié|Elle / lui-même'),
    short: wordings('T|Tit.'),
    ar: wordings('المنخرط|صاحب الملف'),
  },
  spouse: {
    fr: wordings('Épouse / époux|Mari ou femme|Conjoint(e) du titulaire'),
    short: wordings('Ep.|Cj'),
    ar: wordings('القرين|الزوجة أو الزوج'),
  },
  child: {
    fr: wordings('Fils / fille|Enfant à charge'),
    short: wordings('Ef|Fl.'),
    ar: wordings('ابن أو بنت|الولد'),
  },
  sex: { fr: wordings('Genre|Sexe du patient'), short: wordings('G.|Sex.'), ar: wordings('النوع') },
  male: { fr: wordings('Homme|Masc.|Mâle'), short: wordings('Masc.'), ar: wordings('مذكر') },
  female: { fr: wordings('Femme|Fém.'), short: wordings('Fém.'), ar: wordings('مؤنث') },
  patientName: {
    fr: wordings(
      'Identité du malade|Soins donnés à|Prénom et nom du patient|Personne traitée|Malade (nom, prénom)|Ayant droit (nom et prénom)',
    ),
    short: wordings('Malade|Soins à|P. soign.'),
    ar: wordings('المريض المعالج|قدمت العلاجات إلى|هوية المستفيد'),
  },
  patientBirthDate: {
    fr: wordings('Naissance du malade|DDN du patient|Né / née le|Patient né(e) le'),
    short: wordings('DDN|N. le'),
    ar: wordings('تاريخ ولادة المريض|مزداد(ة) في'),
  },
  doctorName: {
    fr: wordings(
      'Soignant|Acte réalisé par|Praticien exécutant|Nom du professionnel|Soins dispensés par|Le docteur|Prestataire',
    ),
    short: wordings('Exéc.|Soign.|Prest.'),
    ar: wordings('الدكتور|اسم مقدم الخدمة|أنجزت من طرف'),
  },
  inpe: {
    fr: wordings('INPE n°|Numéro INPE|INPE praticien|N° national du praticien|Code national praticien'),
    short: wordings('INPE prat.|Code nat.'),
    ar: wordings('رقم الممارس|المعرف الوطني للممارس|الرمز الوطني'),
  },
  specialty: {
    fr: wordings('Discipline|Domaine d’exercice|Exerçant en'),
    short: wordings('Disc.|Dom. ex.'),
    ar: wordings('ميدان الممارسة|الشعبة'),
  },
  ice: { fr: wordings('I.C.E. n°|Id. commun entreprise'), ar: wordings('المعرف المشترك') },
  taxNumber: { fr: wordings('T.P. n°|I.F. n°|Taxe professionnelle'), ar: wordings('رقم الباتنتا') },
  rib: {
    fr: wordings(
      'Identité bancaire|Compte n°|Virer sur le compte|IBAN national (RIB)|Compte de virement|Relevé bancaire|Domicilié au compte',
    ),
    short: wordings('Cte n°|Vir. s/|Bq.'),
    ar: wordings('يحول إلى الحساب|الحساب رقم|التعريف البنكي'),
  },
  total: {
    fr: wordings(
      'Net à payer|Montant global|Ensemble|SOMME RÉGLÉE|À régler (DH)|Total TTC|Coût total des soins|Montant de la note',
    ),
    short: wordings('Net|S. tot.|Glob.'),
    ar: wordings('المبلغ المؤدى|القدر الإجمالي|الواجب أداؤه'),
  },
  place: { fr: wordings('Établi à|Ville'), short: wordings('Ét. à|V.'), ar: wordings('أنجز ب|المدينة') },
  signedOn: {
    fr: wordings('ce jour|Signé le|Jour de signature'),
    short: wordings('Sg. le'),
    ar: wordings('يوم|وقع في'),
  },
  insuredSignature: {
    fr: wordings('Le titulaire (signature)|Lu et approuvé, signé|Visa de l’affilié'),
    short: wordings('Vis. tit.'),
    ar: wordings('إمضاء المنخرط|الإمضاء'),
  },
  doctorSignature: {
    fr: wordings('Tampon du soignant|Griffe et tampon|Visa du prestataire'),
    short: wordings('Tamp.'),
    ar: wordings('إمضاء وطابع الممارس|الختم'),
  },
  purpose: { fr: wordings('La présente vaut|Type de dossier'), ar: wordings('نوع الملف') },
  execution: { fr: wordings('Soins exécutés|Demande de règlement'), ar: wordings('بعد التنفيذ') },
  priorApproval: { fr: wordings('Accord préalable'), ar: wordings('طلب الموافقة') },
  columnNumber: { fr: wordings('Rang|#'), ar: wordings('الترتيب') },
  columnDate: {
    fr: wordings('Effectué le|Date d’exécution|Jour des soins|Reçu le|Date du soin'),
    short: wordings('Exéc. le|Dt soin'),
    ar: wordings('يوم الإنجاز|أنجز في'),
  },
  columnLetter: {
    fr: wordings('Symbole|Lettre NGAP|Clé|Nomenclature|Type d’acte'),
    short: wordings('Symb.|Nom.'),
    ar: wordings('رمز العلاج|المفتاح'),
  },
  columnCoefficient: {
    fr: wordings('Valeur de cotation|Multiplicateur|Coefficient NGAP|Nb de K'),
    short: wordings('Mult.|Cf.'),
    ar: wordings('قيمة المعامل|الضارب'),
  },
  columnCotation: {
    fr: wordings('Acte coté|Symbole et valeur|NGAP|Cotation de l’acte|Codification'),
    short: wordings('NGAP|Codif.'),
    ar: wordings('تنقيط العمل|رمز وقيمة العمل'),
  },
  columnQuantity: {
    fr: wordings('Nb d’actes|Nbre|Fois'),
    short: wordings('Nbre|x'),
    ar: wordings('عدد المرات|المرات'),
  },
  columnUnitPrice: {
    fr: wordings('Prix de l’unité|Tarif unit.|Px unitaire'),
    short: wordings('T.U.'),
    ar: wordings('السعر الفردي'),
  },
  columnAmount: {
    fr: wordings('Somme (DH)|Coût|Somme perçue|Prix demandé|Valeur en dirhams|Facturé'),
    short: wordings('Som.|Val.|Px DH'),
    ar: wordings('القيمة بالدرهم|الأتعاب|القدر'),
  },
  columnDescription: {
    fr: wordings('Intitulé|Soin donné|Objet de la prestation|Détail'),
    short: wordings('Intit.|Dét.'),
    ar: wordings('وصف العلاج|التفصيل'),
  },
  columnDisease: { fr: wordings('Diagnostic codé|Pathologie'), ar: wordings('تشخيص') },
  columnInpe: {
    fr: wordings('Réalisé par (INPE)|INPE exécutant|Exécutant'),
    short: wordings('Ex. INPE'),
    ar: wordings('المنجز'),
  },
  columnStamp: { fr: wordings('Tampon|Émargement'), ar: wordings('الختم والإمضاء') },
};
