import type { Random } from '../../../local/samples/random.ts';
import type { TruthFields } from './accuracy-sample.ts';

/** One way in which OCR can misread a form without a doubt; undefined where the form gives no chance for it. */
export interface Misread {
  readonly name: string;
  readonly of: (fields: TruthFields, random: Random) => TruthFields | undefined;
}

type Act = NonNullable<TruthFields['actes']>[number];
type Single = Exclude<keyof TruthFields, 'actes'>;

/** Letters that look alike, or lie beside each other in the nomenclature. */
const OTHER_LETTER: Readonly<Record<string, string>> = { C: 'CS', CS: 'C', B: 'Z', Z: 'B', V: 'C' };
const OTHER_LINK: Readonly<Record<string, string>> = {
  assure: 'enfant',
  enfant: 'assure',
  conjoint: 'enfant',
};

/** A digit read as another, a letter as another, a box beside the ticked one, a row that is not seen. */
export const MISREADS: readonly Misread[] = [
  digitOf('registration number', 'immatriculation'),
  digitOf('CIN', 'cin'),
  digitOf('birth date', 'date_naissance'),
  digitOf('patient’s birth date', 'patient_naissance'),
  {
    name: 'beneficiary box',
    of: ({ beneficiaire, ...fields }) => {
      const other = OTHER_LINK[beneficiaire ?? ''];
      return other === undefined ? undefined : { ...fields, beneficiaire: other };
    },
  },
  digitOf('INPE', 'inpe'),
  digitOf('RIB', 'rib'),
  digitOf('signature date', 'date_signature'),
  digitOf('total', 'total'),
  actMisread('date of an act', (act, random) => ({ ...act, date: otherDigit(act.date, random) })),
  actMisread('key letter of an act', (act) => {
    const code = OTHER_LETTER[act.code];
    return code === undefined ? undefined : { ...act, code };
  }),
  actMisread('coefficient of an act', (act, random) => ({
    ...act,
    coefficient: otherDigit(act.coefficient, random),
  })),
  actMisread('amount of an act', (act, random) => ({ ...act, montant: otherDigit(act.montant, random) })),
  {
    name: 'a whole act not seen',
    of: ({ actes = [], ...fields }, random) => {
      const lost = random.whole(0, actes.length - 1);
      return { ...fields, actes: actes.filter((_, index) => index !== lost) };
    },
  },
];

function digitOf(name: string, field: Single): Misread {
  return {
    name,
    of: (fields, random) => {
      const printed = fields[field];
      return printed === undefined ? undefined : { ...fields, [field]: otherDigit(printed, random) };
    },
  };
}

function actMisread(name: string, change: (act: Act, random: Random) => Act | undefined): Misread {
  return {
    name,
    of: ({ actes = [], ...fields }, random) => {
      const chosen = random.whole(0, actes.length - 1);
      const act = actes[chosen];
      const changed = act && change(act, random);
      return changed && { ...fields, actes: actes.with(chosen, changed) };
    },
  };
}

/** The same text with one of its digits read as another one. */
function otherDigit(text: string, random: Random): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const place = places[random.whole(0, places.length - 1)] ?? 0;
  const digit = (Number(text[place]) + random.whole(1, 9)) % 10;
  return text.slice(0, place) + String(digit) + text.slice(place + 1);
}
