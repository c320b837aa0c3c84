import createBidi from 'bidi-js/dist/bidi.mjs';
import { isArabic } from '#shared';
import { glyphsOf, lettersOf } from './letters.ts';
import type { Face, TypeCase, Weight } from './type-case.ts';

const bidi = createBidi();
/** For a character that no font has. */
const SUBSTITUTE = '?';

export type Direction = 'ltr' | 'rtl';

/** Characters of one direction in one font. */
export interface VisualRun {
  /** As the font is to be given it. */
  readonly text: string;
  readonly face: Face;
  /** Letters that no font has; a substitute stands for each. */
  readonly missing: readonly string[];
}

interface Character {
  readonly text: string;
  readonly level: number;
  readonly face: Face;
  readonly missing?: string | undefined;
}

/**
 * A line as it stands on paper, from left to right: the Unicode bidirectional algorithm, and then cut where the font changes.
 * @param direction of the whole line: in Arabic a French word does not turn the line around
 */
export function visualRuns(
  line: string,
  direction: Direction,
  { fonts, weight }: { readonly fonts: TypeCase; readonly weight: Weight },
): readonly VisualRun[] {
  const text = line.normalize('NFC');
  const characters = charactersOf(text, direction, fonts, weight);
  const logical: Character[][] = [];
  for (const character of characters) {
    const current = logical.at(-1);
    const before = current?.at(-1);
    if (current !== undefined && before?.level === character.level && before.face === character.face)
      current.push(character);
    else logical.push([character]);
  }
  return inVisualOrder(logical).map((run) => ({
    text: textOf(run),
    face: faceOf(run),
    missing: run.flatMap(({ missing }) => missing ?? []),
  }));
}

function charactersOf(text: string, direction: Direction, fonts: TypeCase, weight: Weight): Character[] {
  const embedding = bidi.getEmbeddingLevels(text, direction);
  const characters: Character[] = [];
  for (const { text: original, index, faceOfWord } of lettersOf(text, fonts, weight)) {
    const level = embedding.levels[index] ?? 0;
    const shown = isRightToLeft(level) ? (bidi.getMirroredCharacter(original) ?? original) : original;
    const before = characters.at(-1);
    // A blank stays with the letters before it, where their font has it: a change of font cuts the run.
    const preferred = /^\s$/u.test(shown) && before?.level === level ? before.face : faceOfWord;
    const glyphs = glyphsOf(shown, preferred, fonts, weight);
    if (glyphs === undefined)
      characters.push({ text: SUBSTITUTE, level, face: substituteFace(fonts, weight), missing: original });
    else characters.push(...glyphs.map((glyph) => ({ ...glyph, level })));
  }
  return characters;
}

/** Rule L2 of the algorithm, on runs: from the highest level to the lowest odd one, reverse what is at that level or above. */
function inVisualOrder(runs: readonly Character[][]): Character[][] {
  const ordered = [...runs];
  const levelOf = (run: Character[] | undefined): number => run?.[0]?.level ?? 0;
  const highest = Math.max(0, ...ordered.map(levelOf));
  for (let level = highest; level >= 1; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while (end < ordered.length && levelOf(ordered[end]) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return ordered;
}

/** A font turns Arabic letters around by itself; stops and brackets between them are turned around here. */
function textOf(run: readonly Character[]): string {
  const characters = run.map((character) => character.text);
  const isTurned = isRightToLeft(run[0]?.level ?? 0) && !isArabic(characters.join(''));
  return (isTurned ? characters.toReversed() : characters).join('');
}

function faceOf(run: readonly Character[]): Face {
  const [first] = run;
  if (first === undefined) throw new Error('A run has no characters');
  return first.face;
}

function substituteFace(fonts: TypeCase, weight: Weight): Face {
  const face = fonts.faceForAll(SUBSTITUTE, weight);
  if (face === undefined) throw new Error('No font has the character that stands for missing ones');
  return face;
}

const isRightToLeft = (level: number): boolean => level % 2 === 1;
