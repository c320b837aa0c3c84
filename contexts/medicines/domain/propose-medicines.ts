import type { RuleBook } from '#rules';
import { type Centimes, likeness } from '#shared';
import { foldMedicineName } from './fold-medicine-name.ts';
import { type Medicine, priceOn } from './medicine.ts';

/** What stands on an invoice or a label where no code could be read. */
export interface PrintedMedicine {
  readonly name: string;
  /** Of one box; undefined where it was not read. */
  readonly priceCentimes?: Centimes | undefined;
  /** ISO date. */
  readonly dispensedOn: string;
}

export interface MedicineProposal {
  readonly medicine: Medicine;
  /** How alike the names are, 0 to 100. */
  readonly namePercent: number;
  /** The printed price is the PPV of the day, to the centime. */
  readonly isPriceEqual: boolean;
  /** The name is alike and the price equal: two witnesses. Two packs can both be strong. */
  readonly isStrong: boolean;
}

/** Contradicting strengths are two medicines, however alike the rest is. */
const OTHER_STRENGTH_PERCENT = 60;

/**
 * Ranks medicines by how well they fit what is printed, the best first. These are proposals to a person: nothing is priced by a
 * name, because one name has several packs with prices and bases of their own.
 * @param candidates medicines that it can be, from a search by name
 */
export function proposeMedicines(
  printed: PrintedMedicine,
  candidates: readonly Medicine[],
  rules: RuleBook,
): readonly MedicineProposal[] {
  const { sureNamePercent } = rules.medicineSettingsOn(printed.dispensedOn);
  const name = foldMedicineName(printed.name);
  return candidates
    .map((medicine) => {
      const namePercent = likenessOf(medicine, name);
      const isPriceEqual =
        printed.priceCentimes !== undefined &&
        priceOn(medicine, printed.dispensedOn)?.ppvCentimes === printed.priceCentimes;
      return {
        medicine,
        namePercent,
        isPriceEqual,
        isStrong: isPriceEqual && namePercent >= sureNamePercent,
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.isStrong) - Number(a.isStrong) ||
        b.namePercent - a.namePercent ||
        Number(b.isPriceEqual) - Number(a.isPriceEqual) ||
        (a.medicine.code < b.medicine.code ? -1 : 1),
    );
}

/** Lists write the strength with the name or beside it, invoices write more after it: the wording nearest to it counts. */
function likenessOf({ name, strength, form }: Medicine, printed: string): number {
  const wordings = [name, `${name} ${strength ?? ''}`, `${name} ${strength ?? ''} ${form ?? ''}`].map(
    foldMedicineName,
  );
  return Math.max(...wordings.map((wording) => likenessTo(wording, printed)));
}

function likenessTo(wording: string, printed: string): number {
  const words = printed.split(' ');
  const beginning = words.slice(0, wording.split(' ').length).join(' ');
  const percent = Math.max(percentAlike(wording, printed), percentAlike(wording, beginning));
  const numbers = new Set(words.filter(isNumber));
  const contradicts =
    numbers.size > 0 && wording.split(' ').some((word) => isNumber(word) && !numbers.has(word));
  return contradicts ? Math.round((percent * OTHER_STRENGTH_PERCENT) / 100) : percent;
}

const percentAlike = (a: string, b: string): number => Math.floor(100 * likeness(a, b));

const isNumber = (word: string): boolean => /^\d/.test(word);
