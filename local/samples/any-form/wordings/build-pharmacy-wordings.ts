import { wordings, type PharmacyWordingBook } from './label-wordings.ts';

/** Wordings of medicines for the half of forms that the reader is built with. */
export const BUILD_PHARMACY_WORDINGS: PharmacyWordingBook = {
  pharmacyPart: {
    fr: wordings(
      'PARTIE RÉSERVÉE AU PHARMACIEN|Pharmacie|PHARMACIEN|Volet pharmacie|MÉDICAMENTS|Médicaments délivrés|Cadre réservé à la pharmacie',
    ),
    short: wordings('PHARM.|Pharm. / méd.'),
    ar: wordings('خاص بالصيدلي|الصيدلية|الأدوية|الأدوية المسلمة'),
  },
  pharmacyName: {
    fr: wordings('Nom de la pharmacie|Pharmacie|Pharmacien|Nom du pharmacien|Officine'),
    short: wordings('Pharm.|Ph.'),
    ar: wordings('اسم الصيدلية|الصيدلية|اسم الصيدلي'),
  },
  pharmacyInpe: {
    fr: wordings('INPE du pharmacien|INPE pharmacie|INPE|Code INPE de la pharmacie'),
    short: wordings('INPE ph.|INPE'),
    ar: wordings('الرقم الوطني للصيدلي|رمز الصيدلية|رمز الصيدلي'),
  },
  dispensedOn: {
    fr: wordings(
      'Date de délivrance|Date|Délivré le|Date de dispensation|Exécuté le|Médicaments délivrés le',
    ),
    short: wordings('Déliv.|Dt dél.'),
    ar: wordings('تاريخ التسليم|سلمت بتاريخ|تاريخ صرف الأدوية'),
  },
  pharmacyTotal: {
    fr: wordings(
      'Total pharmacie|Montant des médicaments|Total médicaments|Montant facturé|Montant pharmacie (DH)|Sous-total pharmacie',
    ),
    short: wordings('Tot. méd.|S/T ph.'),
    ar: wordings('مجموع الأدوية|مبلغ الأدوية|مجموع الصيدلية'),
  },
  actsTotal: {
    fr: wordings('Total des actes|Total honoraires|Sous-total actes|Montant des actes|Total médecin'),
    short: wordings('Tot. actes|S/T actes'),
    ar: wordings('مجموع الأعمال|مجموع الأتعاب|مبلغ العلاجات'),
  },
  grandTotal: {
    fr: wordings(
      'TOTAL|Total général|TOTAL GÉNÉRAL (DH)|Montant total|Total à payer|Total des frais engagés|Somme totale',
    ),
    short: wordings('TOT.|Tot. gén.|T.G.'),
    ar: wordings('المجموع|المجموع العام|المبلغ الإجمالي|مجموع المصاريف'),
  },
  labelsPlace: {
    fr: wordings(
      'Coller ici les vignettes|Emplacement des vignettes|VIGNETTES|Codes-barres des médicaments à coller ici|Vignettes des médicaments',
    ),
    short: wordings('Vign.|Vignettes'),
    ar: wordings('مكان إلصاق اللصيقات|لصيقات الأدوية|ألصق هنا لصيقات الأدوية'),
  },
  columnMedicine: {
    fr: wordings('Désignation|Médicament|Nom du médicament|Désignation des médicaments|Produit'),
    short: wordings('Désign.|Méd.'),
    ar: wordings('اسم الدواء|الدواء|بيان الأدوية'),
  },
  columnBoxes: {
    fr: wordings('Qté|Quantité|Nombre de boîtes|Boîtes'),
    short: wordings('Qté|Bt.'),
    ar: wordings('العدد|الكمية|عدد العلب'),
  },
  columnBoxPrice: {
    fr: wordings('P.U.|Prix unitaire|PPV|Prix public'),
    short: wordings('P.U.|PPV'),
    ar: wordings('ثمن الوحدة|ثمن العلبة|الثمن العمومي'),
  },
  columnBoxesAmount: {
    fr: wordings('Montant|Montant (DH)|Total|Prix total'),
    short: wordings('Mt|Tot.'),
    ar: wordings('المبلغ|المبلغ بالدرهم|الثمن الإجمالي'),
  },
  columnBoxCode: {
    fr: wordings('Code-barres|Code|Code produit'),
    short: wordings('Code|C.B.'),
    ar: wordings('الرمز|رمز الدواء'),
  },
  publicPrice: { fr: wordings('PPV|PPV :|Prix public|PPV DH'), ar: wordings('ثمن البيع للعموم') },
  lot: { fr: wordings('LOT|Lot :|Lot n°'), ar: wordings('الحصة') },
  expiry: { fr: wordings('PER|EXP|PER :|Exp.'), ar: wordings('الصلاحية') },
  practiceSign: { fr: wordings('Cabinet médical|Cabinet'), ar: wordings('عيادة طبية|العيادة') },
  pharmacySign: { fr: wordings('Pharmacie|Officine'), ar: wordings('صيدلية|الصيدلية') },
  prescriptionTitle: {
    fr: wordings('ORDONNANCE|Ordonnance médicale|ORDONNANCE MÉDICALE'),
    ar: wordings('وصفة طبية|الوصفة'),
  },
  prescribedFor: {
    fr: wordings('Patient|Nom et prénom|M. / Mme|Nom du patient'),
    ar: wordings('المريض|اسم المريض'),
  },
  invoiceTitle: {
    fr: wordings('FACTURE N°|Facture|FACTURE DE MÉDICAMENTS N°'),
    ar: wordings('فاتورة رقم|فاتورة الأدوية'),
  },
  invoiceDate: { fr: wordings('Date|Date de facture|Facturé le'), ar: wordings('التاريخ|تاريخ الفاتورة') },
  customer: { fr: wordings('Client|Nom du client|Doit'), ar: wordings('الزبون|اسم الزبون') },
};
