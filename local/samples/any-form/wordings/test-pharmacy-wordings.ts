import { wordings, type PharmacyWordingBook } from './label-wordings.ts';

/** Wordings of medicines for the half of forms that the reader is measured with: none of them is in the other half. */
export const TEST_PHARMACY_WORDINGS: PharmacyWordingBook = {
  pharmacyPart: {
    fr: wordings(
      'DISPENSATION DE MÉDICAMENTS|Produits pharmaceutiques|Achats en pharmacie|À REMPLIR PAR LE DISPENSATEUR|Traitement délivré|REMÈDES ET PRODUITS',
    ),
    short: wordings('DISP. MÉD.|Prod. pharm.'),
    ar: wordings('صرف الأدوية بالصيدلية|المواد الصيدلية|يملأ من طرف الصيدلي|العلاج المسلم'),
  },
  pharmacyName: {
    fr: wordings(
      'Pharmacie d’officine|Dispensé par|Établissement pharmaceutique|Dénomination|Délivré par la',
    ),
    short: wordings('Disp. par|Étab.'),
    ar: wordings('صيدلية|صرفت من طرف|تسمية المؤسسة'),
  },
  pharmacyInpe: {
    fr: wordings('N° INPE officinal|Code national du pharmacien|INPE dispensateur|Identifiant pharmacien'),
    short: wordings('INPE disp.|Id. ph.'),
    ar: wordings('المعرف الوطني للصيدلي|رقم المؤسسة الصيدلية|رقم الصيدلي'),
  },
  dispensedOn: {
    fr: wordings('Jour d’achat|Remis le|Jour de la dispensation|Servi le|Date d’exécution de l’ordonnance'),
    short: wordings('Remis|Servi'),
    ar: wordings('يوم الاقتناء|سلم في|يوم تسليم الدواء'),
  },
  pharmacyTotal: {
    fr: wordings(
      'Coût des produits|Somme réglée en pharmacie|Valeur des médicaments|Débours pharmacie|Cumul des vignettes',
    ),
    short: wordings('Val. méd.|Cum. pharm.'),
    ar: wordings('ثمن المواد الصيدلية|المبلغ المؤدى للصيدلية|قيمة الأدوية'),
  },
  actsTotal: {
    fr: wordings('Cumul des honoraires|Coût des soins|Somme versée au praticien|Part soins'),
    short: wordings('Cum. hon.|Part s.'),
    ar: wordings('قيمة الأتعاب|ثمن العلاجات|المبلغ المؤدى للممارس'),
  },
  grandTotal: {
    fr: wordings(
      'Net à payer|Montant global|Ensemble|À régler (DH)|Coût total du dossier|Soins et produits réunis',
    ),
    short: wordings('Net|S. glob.|Ens.'),
    ar: wordings('القدر الإجمالي|الواجب أداؤه كليا|مجموع النفقات'),
  },
  labelsPlace: {
    fr: wordings(
      'Zone de collage des étiquettes|Apposer les étiquettes détachables|Étiquettes de prix et codes|Fixer ici les prix découpés',
    ),
    short: wordings('Étiq.|Zone étiq.'),
    ar: wordings('خانة الملصقات|توضع هنا ملصقات العلب|ملصقات الثمن'),
  },
  columnMedicine: {
    fr: wordings('Spécialité pharmaceutique|Dénomination du produit|Intitulé|Article|Remède'),
    short: wordings('Art.|Dénom.'),
    ar: wordings('المادة الصيدلية|تسمية المنتوج|المنتوج'),
  },
  columnBoxes: {
    fr: wordings('Nbre d’unités|Unités|Nb bt|Conditionnements'),
    short: wordings('Un.|Nb bt'),
    ar: wordings('عدد الوحدات|الوحدات'),
  },
  columnBoxPrice: {
    fr: wordings('Prix à l’unité|Tarif public|Prix de vente|Px unit.'),
    short: wordings('Px u.|T.P.'),
    ar: wordings('سعر الوحدة|سعر البيع'),
  },
  columnBoxesAmount: {
    fr: wordings('Somme|Valeur (dirhams)|À payer|Coût TTC'),
    short: wordings('Som.|Val.'),
    ar: wordings('القيمة|الواجب أداؤه|السعر الكلي'),
  },
  columnBoxCode: {
    fr: wordings('EAN|Réf. article|N° de code'),
    short: wordings('EAN|Réf.'),
    ar: wordings('مرجع المنتوج|رقم المنتوج'),
  },
  publicPrice: { fr: wordings('P.P.V.|Prix (PPV)|Px pub. vente|P.P.V. (DH)'), ar: wordings('الثمن للعموم') },
  lot: { fr: wordings('N° lot|Batch|L.'), ar: wordings('رقم الحصة') },
  expiry: { fr: wordings('À utiliser av.|Péremption|Fin|Valable jusqu’à'), ar: wordings('تنتهي في') },
  practiceSign: {
    fr: wordings('Consultation privée|Centre de consultation'),
    ar: wordings('مركز الفحص|قاعة الفحص الطبي'),
  },
  pharmacySign: {
    fr: wordings('Pharmacie de ville|Dispensation au public'),
    ar: wordings('صيدلية الحي|مؤسسة صيدلية'),
  },
  prescriptionTitle: {
    fr: wordings('PRESCRIPTION|Rp/|Prescription médicamenteuse'),
    ar: wordings('وصفة دواء|وصفة العلاج'),
  },
  prescribedFor: {
    fr: wordings('Pour|Prescrit à|Malade'),
    ar: wordings('وصفت ل|لفائدة'),
  },
  invoiceTitle: {
    fr: wordings('TICKET N°|Note de pharmacie n°|Bon de vente'),
    ar: wordings('بيان البيع رقم|وصل الأدوية'),
  },
  invoiceDate: { fr: wordings('Édité le|Vente du|En date du'), ar: wordings('حرر في|بيع في') },
  customer: { fr: wordings('Au nom de|Acheteur|Bénéficiaire de la vente'), ar: wordings('باسم|المشتري') },
};
