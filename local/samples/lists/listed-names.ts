/**
 * Common Moroccan names as lists have them: usual Latin spelling, another Latin spelling of the same name, Arabic.
 * Both Latin spellings are the same name for `compareNames`; the Arabic one is close to both.
 */
export interface ListedNameForms {
  readonly latin: string;
  readonly otherLatin: string;
  readonly arabic: string;
}

const forms = (latin: string, otherLatin: string, arabic: string): ListedNameForms => ({
  latin,
  otherLatin,
  arabic,
});

export const LISTED_FAMILY_NAMES = [
  forms('ALAOUI', 'EL ALAOUI', 'العلوي'),
  forms('BENNANI', 'BEN NANI', 'بناني'),
  forms('BERRADA', 'BERADA', 'برادة'),
  forms('BENJELLOUN', 'BEN JELLOUN', 'بنجلون'),
  forms('CHRAIBI', 'CHRAIBY', 'الشرايبي'),
  forms('CHERKAOUI', 'EL CHERKAOUI', 'الشرقاوي'),
  forms('EL AMRANI', 'AMRANI', 'العمراني'),
  forms('EL FASSI', 'EL-FASSI', 'الفاسي'),
  forms('EL IDRISSI', 'AL IDRISSI', 'الإدريسي'),
  forms('EL MANSOURI', 'MANSOURI', 'المنصوري'),
  forms('FILALI', 'EL FILALI', 'الفيلالي'),
  forms('HAMDAOUI', 'EL HAMDAOUI', 'الحمداوي'),
  forms('JABRI', 'DJABRI', 'الجابري'),
  forms('KABBAJ', 'KABAJ', 'القباج'),
  forms('LAHLOU', 'LAHLLOU', 'لحلو'),
  forms('MERNISSI', 'EL MERNISSI', 'المرنيسي'),
  forms('NACIRI', 'NASSIRI', 'الناصري'),
  forms('RAMDANI', 'RAMDANY', 'رمضاني'),
  forms('SEBTI', 'SEBTY', 'السبتي'),
  forms('TAHIRI', 'EL TAHIRI', 'الطاهري'),
  forms('BOUZIDI', 'BOU ZIDI', 'بوزيدي'),
  forms('BEN HADDOU', 'BENHADDOU', 'بن حدو'),
  forms('BENMOUSSA', 'BEN MOUSSA', 'بن موسى'),
  forms('HASSANI', 'EL HASSANI', 'الحسني'),
  forms('MOUTAWAKIL', 'EL MOUTAWAKIL', 'المتوكل'),
  forms('GHARBAOUI', 'EL GHARBAOUI', 'الغرباوي'),
] as const satisfies readonly [ListedNameForms, ...ListedNameForms[]];

export const LISTED_GIVEN_NAMES = {
  M: [
    forms('Mohamed', 'Mohammed', 'مُحمد'),
    forms('Ahmed', 'Ahmad', 'أحمد'),
    forms('Driss', 'Dris', 'إدريس'),
    forms('Hamza', 'Hamzza', 'حمزة'),
    forms('Hassan', 'Hasan', 'حسن'),
    forms('Hicham', 'Hisham', 'هشام'),
    forms('Karim', 'Kareem', 'كريم'),
    forms('Mustapha', 'Mustafa', 'مصطفى'),
    forms('Nabil', 'Nabeel', 'نبيل'),
    forms('Rachid', 'Rashid', 'رشيد'),
    forms('Said', 'Saïd', 'سعيد'),
    forms('Youssef', 'Yousef', 'يوسف'),
    forms('Abdelkader', 'Abd El Kader', 'عبد القادر'),
    forms('Abdelhamid', 'Abd El Hamid', 'عبد الحميد'),
    forms('Brahim', 'Braheem', 'إبراهيم'),
    forms('Khalid', 'Khaleed', 'خالد'),
  ],
  F: [
    forms('Fatima', 'Fatma', 'فاطمة'),
    forms('Fatima Zahra', 'Fatimazahra', 'فاطمة الزهراء'),
    forms('Khadija', 'Khadidja', 'خديجة'),
    forms('Malika', 'Maleeka', 'مليكة'),
    forms('Meryem', 'Méryem', 'مريم'),
    forms('Nadia', 'Nadya', 'نادية'),
    forms('Naima', 'Naïma', 'نعيمة'),
    forms('Rachida', 'Rashida', 'رشيدة'),
    forms('Salma', 'Sallma', 'سلمى'),
    forms('Samira', 'Sameera', 'سميرة'),
    forms('Zineb', 'Zeeneb', 'زينب'),
    forms('Hanane', 'Hanan', 'حنان'),
    forms('Bouchra', 'Bushra', 'بشرى'),
    forms('Latifa', 'Lateefa', 'لطيفة'),
    forms('Karima', 'Kareema', 'كريمة'),
    forms('Saida', 'Saïda', 'سعيدة'),
  ],
} as const satisfies Readonly<Record<'M' | 'F', readonly [ListedNameForms, ...ListedNameForms[]]>>;
