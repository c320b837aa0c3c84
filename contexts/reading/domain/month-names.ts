import { foldArabic } from '#shared';

/** Names of the months as they are written in Morocco, and in the Mashriq; the first letters tell each from the others. */
const arabicMonths: readonly (readonly string[])[] = [
  ['يناير'],
  ['فبراير'],
  ['مارس'],
  ['ابريل'],
  ['ماي', 'مايو'],
  ['يونيو'],
  ['يوليوز', 'يوليو'],
  ['غشت', 'اغسطس'],
  ['شتنبر', 'سبتمبر'],
  ['اكتوبر'],
  ['نونبر', 'نوفمبر'],
  ['دجنبر', 'ديسمبر'],
];

/** Months of the Hijri calendar. */
const hijriMonths: readonly (readonly string[])[] = [
  ['محرم'],
  ['صفر'],
  ['ربيع الاول'],
  ['ربيع الثاني', 'ربيع الاخر'],
  ['جمادي الاولي', 'جمادي الاول'],
  ['جمادي الثانيه', 'جمادي الاخره'],
  ['رجب'],
  ['شعبان'],
  ['رمضان'],
  ['شوال'],
  ['ذو القعده'],
  ['ذو الحجه'],
];

export interface ArabicMonth {
  readonly calendar: 'gregorian' | 'hijri';
  /** 1 to 12. */
  readonly month: number;
}

/** The month that an Arabic word, or two, names. */
export function arabicMonthOf(text: string): ArabicMonth | undefined {
  const folded = foldArabic(text);
  const find = (months: readonly (readonly string[])[]): number =>
    months.findIndex((names) => names.includes(folded));
  const gregorian = find(arabicMonths);
  if (gregorian >= 0) return { calendar: 'gregorian', month: gregorian + 1 };
  const hijri = find(hijriMonths);
  return hijri < 0 ? undefined : { calendar: 'hijri', month: hijri + 1 };
}
