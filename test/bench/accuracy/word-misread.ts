import type { AnyFormSample } from '../../../local/samples/any-form/any-form-sample.ts';
import { exchangedDigits, otherDigit } from '../../../local/samples/any-form/claim/neighbours.ts';
import type { Random } from '../../../local/samples/random.ts';
import type { PageTruth, TruthWord } from '../../../local/samples/truth.ts';

type Pages = readonly PageTruth[];

/** One error that OCR makes in the words of a form, without a doubt; undefined where the form gives no chance for it. */
export interface WordMisread {
  readonly name: string;
  readonly of: (sample: AnyFormSample, random: Random) => Pages | undefined;
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  C: 'G',
  S: '5',
  B: '8',
  Z: '2',
  K: 'X',
  D: 'O',
  O: '0',
  I: '1',
  A: 'R',
  E: 'F',
  H: 'M',
  M: 'N',
  N: 'M',
  R: 'B',
};
const OTHER_LETTER: Readonly<Record<string, string>> = {
  C: 'CS',
  CS: 'C',
  CSC: 'CS',
  CNPSY: 'CS',
  V: 'VS',
  B: 'P',
  P: 'B',
  Z: 'K',
  K: 'KE',
};

/** What may happen to the words of a form, one at a time. */
export const WORD_MISREADS: readonly WordMisread[] = [
  { name: 'nothing', of: ({ truths }) => truths },
  digitIn('registration number', 'immatriculation'),
  exchangedIn('registration number', 'immatriculation'),
  replaced('registration number of a neighbour', 'immatriculation', neighbourNumber),
  digitIn('CIN', 'cin'),
  letterIn('CIN', 'cin'),
  replaced('CIN of a neighbour', 'cin', neighbourCin),
  letterIn('insured’s name', 'nom_prenom'),
  digitIn('insured’s birth date', 'date_naissance'),
  letterIn('patient’s name', 'patient'),
  { name: 'patient’s name: that of another of the family', of: otherRelative },
  digitIn('patient’s birth date', 'patient_naissance'),
  { name: 'another box ticked', of: otherTick },
  digitIn('INPE', 'inpe'),
  exchangedIn('INPE', 'inpe'),
  digitIn('INPE of a row', 'inpe', true),
  digitIn('RIB', 'rib'),
  digitIn('date of signature', 'date_signature'),
  digitIn('date of an act', 'date', true),
  { name: 'key letter of an act', of: otherKeyLetter },
  digitIn('coefficient of an act', 'coefficient', true),
  {
    name: 'coefficient of an act: a digit lost',
    of: (sample, random) => changeOne(sample, isActPart(['coefficient', 'cotation']), random, lostDigit),
  },
  digitIn('quantity of an act', 'quantite', true),
  digitIn('amount of an act', 'montant', true),
  {
    name: 'amount of an act: its comma lost',
    of: (sample, random) =>
      changeOne(sample, isActPart(['montant']), random, ({ t }) =>
        /[.,]\d\d\b/.test(t) ? t.replace(/[.,](\d\d)\b/, '$1') : undefined,
      ),
  },
  digitIn('total', 'total'),
  { name: 'amounts of two rows exchanged', of: (sample) => exchangedRows(sample, 'montant') },
  { name: 'dates of two rows exchanged', of: (sample) => exchangedRows(sample, 'date') },
  { name: 'coefficients of two rows exchanged', of: (sample) => exchangedRows(sample, 'coefficient') },
  {
    name: 'letters and coefficients of two rows exchanged',
    of: (sample) => exchangedRows(sample, 'cotation'),
  },
  { name: 'a row not seen', of: lostRow },
  {
    name: 'a word not seen',
    of: (sample, random) => withoutOne(sample, ({ f }) => f !== null, random),
  },
  {
    name: 'a coefficient not seen',
    of: (sample, random) => withoutOne(sample, isActPart(['coefficient']), random),
  },
  {
    name: 'a quantity not seen',
    of: (sample, random) => withoutOne(sample, isActPart(['quantite']), random),
  },
  {
    name: 'the total not seen',
    of: (sample, random) => withoutOne(sample, ({ f }) => f === 'total', random),
  },
];

type Chosen = (word: TruthWord) => boolean;

const isField =
  (field: string): Chosen =>
  ({ f }) =>
    f === field;

function isActPart(parts: readonly string[]): Chosen {
  return ({ f }) => {
    const part = /^actes\.\d+\.(\w+)$/.exec(f ?? '')?.[1];
    return part !== undefined && parts.includes(part);
  };
}

function digitIn(name: string, field: string, isOfAct = false): WordMisread {
  const parts = field === 'coefficient' ? ['coefficient', 'cotation'] : [field];
  return {
    name: `${name}: a digit`,
    of: (sample, random) =>
      changeOne(sample, isOfAct ? isActPart(parts) : isField(field), random, ({ t }) =>
        withOtherDigit(t, random),
      ),
  };
}

function exchangedIn(name: string, field: string): WordMisread {
  return {
    name: `${name}: two digits exchanged`,
    of: (sample, random) =>
      changeOne(sample, isField(field), random, ({ t }) =>
        t.length < 2 ? undefined : exchangedDigits(t, random),
      ),
  };
}

function letterIn(name: string, field: string): WordMisread {
  return {
    name: `${name}: a letter`,
    of: (sample, random) =>
      changeOne(sample, isField(field), random, ({ t }) => {
        const places = Array.from(t, (letter, at) => ({ letter, at })).filter(
          ({ letter }) => LOOK_ALIKES[letter.toUpperCase()] !== undefined,
        );
        const place = places[random.whole(0, places.length - 1)];
        if (place === undefined) return undefined;
        const other = LOOK_ALIKES[place.letter.toUpperCase()] ?? '';
        const cased = place.letter === place.letter.toUpperCase() ? other : other.toLowerCase();
        return t.slice(0, place.at) + cased + t.slice(place.at + 1);
      }),
  };
}

function replaced(
  name: string,
  field: string,
  by: (sample: AnyFormSample, random: Random) => string | undefined,
): WordMisread {
  return {
    name,
    of: (sample, random) => {
      const other = by(sample, random);
      return other === undefined ? undefined : changeOne(sample, isField(field), random, () => other);
    },
  };
}

function neighbours({ claim }: AnyFormSample) {
  return claim.records.flatMap((record) =>
    record.type === 'person' && record.registrationNumber !== claim.household.registrationNumber
      ? [record]
      : [],
  );
}

function neighbourNumber(sample: AnyFormSample, random: Random): string | undefined {
  const others = neighbours(sample);
  return others[random.whole(0, others.length - 1)]?.registrationNumber;
}

function neighbourCin(sample: AnyFormSample, random: Random): string | undefined {
  const others = neighbours(sample);
  return others[random.whole(0, others.length - 1)]?.cin;
}

/** The given name becomes that of another of the household; the family name stays. */
function otherRelative(sample: AnyFormSample, random: Random): Pages | undefined {
  const { household, patient } = sample.claim;
  const others = [household.given, ...(household.relatives ?? []).map(({ given }) => given)].filter(
    (given) => given !== patient.given,
  );
  const other = others[random.whole(0, others.length - 1)];
  if (other === undefined) return undefined;
  return changeOne(
    sample,
    ({ f, t }) => f === 'patient' && patient.given.split(' ').includes(t),
    random,
    () => other,
  );
}

function otherTick({ truths }: AnyFormSample): Pages | undefined {
  const boxes = truths
    .flatMap(({ checkBoxes }) => checkBoxes)
    .filter(({ name }) => name.startsWith('beneficiaire.'));
  const ticked = boxes.findIndex(({ selected }) => selected);
  const other = boxes[(ticked + 1) % boxes.length];
  if (ticked < 0 || other === undefined) return undefined;
  return truths.map((page) => ({
    ...page,
    checkBoxes: page.checkBoxes.map((box) =>
      box.name.startsWith('beneficiaire.') ? { ...box, selected: box.name === other.name } : box,
    ),
  }));
}

function otherKeyLetter(sample: AnyFormSample, random: Random): Pages | undefined {
  return changeOne(sample, isActPart(['code', 'cotation']), random, ({ t }) => {
    const letter = /^[A-Z]+/.exec(t)?.[0] ?? '';
    const other = OTHER_LETTER[letter];
    return other === undefined ? undefined : other + t.slice(letter.length);
  });
}

/** What stands in one column of two rows, the first two that differ. */
function exchangedRows({ truths }: AnyFormSample, part: string): Pages | undefined {
  const texts = new Map<string, string>();
  for (const { t, f } of truths.flatMap(({ words }) => words)) {
    const [, index, own] = /^actes\.(\d+)\.(\w+)$/.exec(f ?? '') ?? [];
    if (index === undefined || own !== part) continue;
    if (texts.has(index)) return undefined;
    texts.set(index, t);
  }
  const [one, ...others] = texts;
  const other = others.find(([, text]) => text !== one?.[1]);
  if (one === undefined || other === undefined) return undefined;
  return mapWords(truths, (word) => {
    if (word.f === `actes.${one[0]}.${part}`) return withText(word, other[1]);
    return word.f === `actes.${other[0]}.${part}` ? withText(word, one[1]) : word;
  });
}

function lostRow({ truths, fields }: AnyFormSample, random: Random): Pages | undefined {
  if (fields.actes.length < 2) return undefined;
  const lost = `actes.${random.whole(0, fields.actes.length - 1)}.`;
  return mapWords(truths, (word) => (word.f?.startsWith(lost) === true ? undefined : word));
}

function withoutOne({ truths }: AnyFormSample, isChosen: Chosen, random: Random): Pages | undefined {
  const words = truths.flatMap((page) => page.words).filter(isChosen);
  const lost = words[random.whole(0, words.length - 1)];
  return lost === undefined ? undefined : mapWords(truths, (word) => (word === lost ? undefined : word));
}

/** One of the words that are chosen is read otherwise. */
function changeOne(
  { truths }: AnyFormSample,
  isChosen: Chosen,
  random: Random,
  change: (word: TruthWord) => string | undefined,
): Pages | undefined {
  const changed = truths
    .flatMap((page) => page.words)
    .filter(isChosen)
    .flatMap((word) => {
      const text = change(word);
      return text === undefined || text === word.t ? [] : [{ word, text }];
    });
  const chosen = changed[random.whole(0, changed.length - 1)];
  if (chosen === undefined) return undefined;
  return mapWords(truths, (word) => (word === chosen.word ? withText(word, chosen.text) : word));
}

function mapWords(pages: Pages, change: (word: TruthWord) => TruthWord | undefined): Pages {
  return pages.map((page) => ({
    ...page,
    words: page.words.flatMap((word) => change(word) ?? []),
  }));
}

/** Cells that are left over stay empty. */
function withText(word: TruthWord, text: string): TruthWord {
  const characters = Array.from(text);
  const { t: before, f, box, polygon, cells } = word;
  if (cells?.length !== characters.length || characters.length !== Array.from(before).length)
    return { t: text, f, box, polygon };
  return {
    ...word,
    t: text,
    cells: cells.map((cell, index) => ({ ...cell, t: characters[index] ?? cell.t })),
  };
}

function withOtherDigit(text: string, random: Random): string | undefined {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[random.whole(0, places.length - 1)];
  if (at === undefined) return undefined;
  return text.slice(0, at) + otherDigit(text.charAt(at), random) + text.slice(at + 1);
}

function lostDigit({ t }: TruthWord): string | undefined {
  return /\d\d/.test(t) ? t.replace(/(\d)\d/, '$1') : undefined;
}
