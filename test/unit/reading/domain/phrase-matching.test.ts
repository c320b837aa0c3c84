import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { labelLexicon } from '../../../../contexts/reading/domain/label-lexicon/label-lexicon.ts';
import { compileLexicon, nearestPhrases } from '../../../../contexts/reading/domain/phrase-matching.ts';
import { labelShape } from '../../../../contexts/reading/domain/text-folding.ts';

const lexicon = compileLexicon(labelLexicon);
const all = lexicon.flatMap((phrases) => phrases ?? []);

/** The names of the labels that a printed text may be. */
function labelsOf(text: string): readonly string[] {
  const words = text.split(' ');
  return nearestPhrases(words.map(labelShape).join(''), words.length, lexicon).phrases.map(
    (phrase) => phrase.name,
  );
}

describe('the label that a text is', () => {
  it.each([
    ["N° d'immatriculation", 'registrationNumber'],
    ['Numer0 d’lmmatriculatlon', 'registrationNumber'],
    ['N° C1N', 'cin'],
    ['Nom et prenorn', 'name'],
    ['Nom et prénom du patient', 'patientName'],
    ['PARTIE RESERVEE A L’ASSURE(E)', 'section.insured'],
    ['M0ntant facturé (DH)', 'column.amount'],
  ])('%s is %s', (text, name) => expect(labelsOf(text)).toContain(name));

  it.each(['portant', 'lot. Al', 'Rabat', 'BENNANI', 'CS', '184203957'])('%s is none', (text) => {
    expect(labelsOf(text)).toEqual([]);
  });

  it.each([
    ["de l'adhérent", 'insuredName'],
    ["de l'assuré", 'insuredName'],
  ])('is not %s alone, which is the rest of a label that may be another one', (text, name) => {
    expect(labelsOf(text)).not.toContain(name);
  });

  it('is found as surely as by measuring every phrase of the lexicon', () => {
    const letters = fc.constantFrom(
      'a',
      'b',
      'c',
      'd',
      'e',
      'i',
      'm',
      'n',
      'o',
      'r',
      's',
      't',
      'u',
      '2',
      '3',
    );
    const edit = fc.record({
      at: fc.nat(60),
      letter: letters,
      kind: fc.constantFrom('replace', 'insert', 'drop'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(edit, { maxLength: 5 }), (phrase, edits) => {
        const text = edits.reduce((shape, { at, letter, kind }) => {
          const from = at % (shape.length + 1);
          return (
            shape.slice(0, from) +
            (kind === 'drop' ? '' : letter) +
            shape.slice(from + (kind === 'insert' ? 0 : 1))
          );
        }, phrase.shape);
        const { phrases } = nearestPhrases(text, 1, lexicon);
        const allowed = (length: number): number =>
          length <= 5 ? 0 : length <= 8 ? 1 : Math.min(Math.floor(length / 5) + 1, 5);
        const near = all.filter(({ shape, cutShapes }) => {
          const edits = distance(shape, text);
          const isRest = cutShapes.some((rest) => rest !== '' && edits - distance(rest, text) > 1);
          return edits <= allowed(shape.length) && (edits < 2 || !isRest);
        });
        const best = Math.min(...near.map((one) => distance(one.shape, text)));
        expect(new Set(phrases)).toEqual(new Set(near.filter((one) => distance(one.shape, text) === best)));
      }),
      { numRuns: 300 },
    );
  });
});
