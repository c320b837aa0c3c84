import { foldLatin } from './fold-text.ts';
import { latinTokens } from './name-tokens.ts';

/**
 * Common given names, one spelling each: names that are a letter apart (Fatima and Fatiha, Jalal and Jamal, Amal and Omar) are
 * those of brothers and sisters more often than errors. Other spellings of a name in the list must not be in it.
 */
const COMMON = [
  ...['Abdelaziz', 'Abdelhak', 'Abdelhamid', 'Abdelkarim', 'Abdellatif', 'Abderrahim', 'Abderrahman'],
  ...['Adam', 'Adil', 'Ahmed', 'Aicha', 'Ali', 'Amal', 'Amar', 'Amina', 'Amine', 'Anas', 'Asmaa', 'Ayoub'],
  ...['Aziz', 'Aziza', 'Badr', 'Badia', 'Bilal', 'Brahim', 'Driss', 'Fadwa', 'Farid', 'Farida', 'Fatiha'],
  ...['Fatima', 'Fouad', 'Ghita', 'Habib', 'Habiba', 'Hafid', 'Hafida', 'Hajar', 'Hakim', 'Hakima', 'Halima'],
  ...['Hamid', 'Hamida', 'Hamza', 'Hanae', 'Hanane', 'Hasna', 'Hassan', 'Hicham', 'Hind', 'Houda', 'Hussein'],
  ...['Ikram', 'Ilham', 'Ilyas', 'Imane', 'Imad', 'Ismail', 'Jalal', 'Jalil', 'Jamal', 'Jamila', 'Jawad'],
  ...['Kamal', 'Karim', 'Karima', 'Khadija', 'Khalid', 'Laila', 'Lamia', 'Latifa', 'Lina', 'Malak', 'Malika'],
  ...['Mehdi', 'Mohamed', 'Mouad', 'Mouna', 'Mounir', 'Mourad', 'Mustapha', 'Nabil', 'Nabila', 'Nadia'],
  ...['Naima', 'Najat', 'Najia', 'Najib', 'Najiba', 'Najwa', 'Nawal', 'Nisrine', 'Noura', 'Omar', 'Othman'],
  ...['Rachid', 'Rachida', 'Rajae', 'Rania', 'Rkia', 'Saad', 'Sabah', 'Safae', 'Said', 'Saida', 'Salah'],
  ...['Salim', 'Salima', 'Salma', 'Salwa', 'Samia', 'Samir', 'Samira', 'Sanae', 'Sara', 'Siham', 'Soufiane'],
  ...['Soukaina', 'Tahar', 'Tarik', 'Wafae', 'Walid', 'Wissal', 'Yahya', 'Yassine', 'Yassir', 'Younes'],
  ...['Youssef', 'Zahra', 'Zakaria', 'Zineb'],
];

/** Words of common given names, as keys (`latinTokens`). */
export const commonGivenNameKeys: readonly string[] = [
  ...new Set(COMMON.flatMap((name) => latinTokens(foldLatin(name)).map(({ bare }) => bare))),
];
const keys: ReadonlySet<string> = new Set(commonGivenNameKeys);

/** Whether two words (keys of name words) are two different common given names, so that neither is the other misspelt. */
export function areOtherGivenNames(a: string, b: string): boolean {
  return a !== b && keys.has(a) && keys.has(b);
}
