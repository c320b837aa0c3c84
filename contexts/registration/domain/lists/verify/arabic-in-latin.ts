import { foldArabic, foldLatin, latinTokens } from '#shared';

/** Letters that an Arabic letter is usually written with in Morocco, long vowels included; short ones are not written. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ ا: 'a', ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's' },
  ...{ ش: 'ch', ص: 's', ض: 'd', ط: 't', ظ: 'd', ع: 'a', غ: 'gh', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm' },
  ...{ ن: 'n', ه: 'h', و: 'u', ي: 'i' },
};

/** An Arabic word (folded) letter by letter in the Latin letters of spelling keys: `بناني` is `banani` without its short vowel. */
export function lettersOfArabic(word: string): string {
  const letters = Array.from(word.replace(/ه$/u, 'ا'), (letter) => LATIN_LETTERS[letter] ?? '').join('');
  return letters.replace(/(.)\1+/g, '$1');
}

/** Given names whose short vowels, which Arabic does not write, make much of the Latin spelling. */
const SPELLINGS: readonly (readonly [arabic: string, latin: string])[] = [
  ...([
    ['محمد', 'Mohamed'],
    ['امحمد', 'Mhamed'],
    ['أحمد', 'Ahmed'],
    ['محمود', 'Mahmoud'],
  ] as const),
  ...([
    ['حسن', 'Hassan'],
    ['الحسن', 'Hassan'],
    ['حسين', 'Hussein'],
    ['علي', 'Ali'],
    ['عمر', 'Omar'],
  ] as const),
  ...([
    ['مصطفى', 'Mustapha'],
    ['إبراهيم', 'Brahim'],
    ['إدريس', 'Driss'],
    ['هشام', 'Hicham'],
  ] as const),
  ...([
    ['حمزة', 'Hamza'],
    ['خالد', 'Khalid'],
    ['طارق', 'Tarik'],
    ['عثمان', 'Othman'],
    ['أنس', 'Anas'],
  ] as const),
  ...([
    ['سعد', 'Saad'],
    ['بدر', 'Badr'],
    ['مهدي', 'Mehdi'],
    ['ياسر', 'Yassir'],
    ['منير', 'Mounir'],
  ] as const),
  ...([
    ['مراد', 'Mourad'],
    ['معاذ', 'Mouad'],
    ['زكرياء', 'Zakaria'],
    ['يحيى', 'Yahya'],
    ['جواد', 'Jawad'],
  ] as const),
  ...([
    ['عبدالله', 'Abdellah'],
    ['عبدالرحمن', 'Abderrahman'],
    ['عبدالرحيم', 'Abderrahim'],
  ] as const),
  ...([
    ['عبدالكريم', 'Abdelkarim'],
    ['عبدالعزيز', 'Abdelaziz'],
    ['عبداللطيف', 'Abdellatif'],
  ] as const),
  ...([
    ['فاطمة', 'Fatima'],
    ['خديجة', 'Khadija'],
    ['عائشة', 'Aicha'],
    ['مريم', 'Meryem'],
    ['زينب', 'Zineb'],
  ] as const),
  ...([
    ['سلمى', 'Salma'],
    ['حنان', 'Hanane'],
    ['هند', 'Hind'],
    ['بشرى', 'Bouchra'],
    ['هدى', 'Houda'],
  ] as const),
  ...([
    ['نجاة', 'Najat'],
    ['سناء', 'Sanae'],
    ['سمية', 'Soumia'],
    ['رقية', 'Rkia'],
    ['مليكة', 'Malika'],
  ] as const),
  ...([
    ['أمينة', 'Amina'],
    ['حليمة', 'Halima'],
    ['حياة', 'Hayat'],
    ['مينة', 'Mina'],
    ['يسرى', 'Yousra'],
  ] as const),
];

/** Arabic word (folded) to its Latin spelling key. */
export const ARABIC_GIVEN_NAMES: ReadonlyMap<string, string> = new Map(
  SPELLINGS.map(([arabic, latin]) => [
    foldArabic(arabic),
    latinTokens(foldLatin(latin))
      .map(({ bare }) => bare)
      .join(''),
  ]),
);
