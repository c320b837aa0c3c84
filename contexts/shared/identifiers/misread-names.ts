import { distance } from 'fastest-levenshtein';

import { foldLatin, isArabic } from './fold-text.ts';

/** A name as the registry has it. */
export interface NameOnFile {
  readonly family: string;
  readonly given: string;
}

/** One character in so many of a word may be misread, and two at the most. */
const lettersPerError = 4;
const mostErrors = 2;

/** Letters that scanners take for each other, as one letter: `rn` and `m`, `I` and `l`, `cl` and `d`, `vv` and `w`. */
const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/cl/g, 'd'],
  [/vv/g, 'w'],
  [/[l1|!]/g, 'i'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/(.)\1+/g, '$1'],
];

/** Letters of a name as a scanner tells them apart; digits that look like letters are kept as those. */
function shapeOf(name: string): string {
  const letters = foldLatin(
    name.replace(/0/g, 'o').replace(/[1|!]/g, 'l').replace(/5/g, 's').replace(/8/g, 'b'),
  );
  return lookAlikes
    .reduce((shape, [pattern, letter]) => shape.replace(pattern, letter), letters)
    .replace(/ /g, '');
}

/** Family names are written in capitals, of which `T` is read for `I` as often as not. */
const capitalsAlike = (shape: string): string => shape.replace(/t/g, 'i').replace(/(.)\1+/g, '$1');

function isMisreadFamilyName(read: string, family: string): boolean {
  if (capitalsAlike(read) === capitalsAlike(family)) return true;
  const errors = distance(read, family);
  return errors <= Math.min(mostErrors, Math.floor(family.length / lettersPerError));
}

/**
 * Whether a text may be a name as OCR misreads it: up to two characters of a long family name (`TERKAOUI` for `CHERKAOUI`),
 * one of a short one, and letters that look alike anywhere (`Karirn`, `SALM1`). The given name has no other error: it is
 * what tells the members of a family apart (Youssef and Yassine, Fatima and Fatiha). Only for a person whom numbers and the
 * birth date have found already: the name alone proves nothing by this.
 */
export function isMisreadName(read: string, { family, given }: NameOnFile): boolean {
  if (isArabic(read)) return false;
  const text = shapeOf(read);
  const [familyShape, givenShape] = [shapeOf(family), shapeOf(given)];
  if (givenShape === '' || familyShape === '') return false;
  const families = [
    ...(text.endsWith(givenShape) ? [text.slice(0, -givenShape.length)] : []),
    ...(text.startsWith(givenShape) ? [text.slice(givenShape.length)] : []),
  ];
  return families.some((rest) => isMisreadFamilyName(rest, familyShape));
}
