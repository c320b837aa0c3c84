import type { Medicine } from '../../../../contexts/medicines/domain/medicine.ts';
import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import { multiplyCentimes, type Centimes } from '../../../../contexts/shared/money.ts';
import { CITIES } from '../../random/name-pools.ts';
import { seededRandom, type Random } from '../../random.ts';
import type { LabelCondition } from '../../truth.ts';
import { boxesOn, listedMedicines, unlistedBox, type ShelvedBox } from './listed-medicines.ts';
import { shuffled } from '../shuffled.ts';

/** Boxes of one medicine, as a pharmacy bills them. */
interface BilledBoxes {
  readonly medicine: {
    /** EAN-13. */
    readonly code: string;
    readonly name: string;
    /** What a box cost, as its label says too. */
    readonly boxCentimes: Centimes;
  };
  readonly boxes: number;
  /** How their labels lie on the sheet; absent: as chance has it. */
  readonly condition?: LabelCondition;
}

/** What a pharmacy gave out on one day, and what it asked for it. */
export interface DispensingOnForm {
  readonly pharmacy: Provider;
  /** ISO dates: of the prescription, and of the dispensing, on which or after it. */
  readonly prescribedOn: string;
  readonly day: string;
  readonly lines: readonly BilledBoxes[];
  /** As the pharmacy writes it. */
  readonly totalCentimes: Centimes;
}

/** Boxes of one medicine, and what is true of them. */
export interface DispensedLine extends BilledBoxes {
  /** With what a box cost: the public price, but for an older one now and then. */
  readonly medicine: ShelvedBox;
  /** What is paid back; 0 where the list has none of it. */
  readonly paidCentimes: Centimes;
}

export interface Dispensing extends DispensingOnForm {
  readonly lines: readonly DispensedLine[];
  /** What the fund's list has of them: those given out, and packs of the same names. */
  readonly listed: readonly Medicine[];
}

export interface DispensingWish {
  /** ISO dates: of the visit, and the last day that the form can say. */
  readonly from: string;
  readonly to: string;
  readonly hasNotReimbursed: boolean;
  readonly hasUnlisted: boolean;
  /** The pharmacy wrote another sum than that of its boxes. */
  readonly hasWrongTotal: boolean;
}

/** More would not go on a sheet. */
const MOST_BOXES = 7;
const PHARMACY_COUNT = 90;
const PHARMACY_NAMES = [
  'Al Amal',
  'Ibn Sina',
  'Du Marché',
  'Essalam',
  'Al Qods',
  'De la Gare',
  'Annakhil',
  'El Wahda',
  'Bir Anzarane',
  'Atlas',
  'Al Massira',
  'Centrale',
  'Les Orangers',
  'Errahma',
  'Ezzaitoune',
  'Moulay Idriss',
  'Badr',
  'Al Fath',
] as const;
const OFF_BY: readonly [Centimes, ...Centimes[]] = [10_00, 20_00, -5_00, 35_00, 100_00];

/** Invents what a pharmacy gave out: one to five medicines, one to seven boxes. */
export function anyDispensing(wish: DispensingWish, random: Random): Dispensing {
  const day = random.next() < 0.6 ? wish.from : random.pick([wish.from, wish.to]);
  const drawn = boxesOf(wish, day, random);
  let boxesLeft = MOST_BOXES - drawn.length;
  const lines = drawn.map((box) => {
    const more = Math.min(boxesLeft, random.pick([0, 0, 0, 0, 0, 0, 1, 1, 2]));
    boxesLeft -= more;
    const medicine = { ...box, boxCentimes: boxPrice(box, random) };
    return { medicine, boxes: 1 + more, paidCentimes: paidForBoxes(medicine, 1 + more) };
  });
  const sum = lines.reduce((total, { medicine, boxes }) => total + boxes * medicine.boxCentimes, 0);
  const brands = new Set(lines.map(({ medicine }) => brandOf(medicine)));
  return {
    pharmacy: pharmacyNumber(random.whole(0, PHARMACY_COUNT - 1)),
    prescribedOn: wish.from,
    day,
    lines,
    totalCentimes: wish.hasWrongTotal ? sum + random.pick(OFF_BY) : sum,
    listed: listedMedicines().filter((one) => brands.has(brandOf(one))),
  };
}

/**
 * Boxes of one code are one line: the price paid or the base, whichever is less, for all boxes, times the rate, rounded once.
 * @throws Error where a medicine is reimbursed without a base
 */
export function paidForBoxes({ code, price, boxCentimes }: ShelvedBox, boxes: number): Centimes {
  if (price === undefined || price.rateBasisPoints === 0) return 0;
  if (price.baseCentimes === undefined) throw new Error(`${code} is reimbursed, but has no base`);
  return multiplyCentimes(Math.min(boxCentimes, price.baseCentimes) * boxes, price.rateBasisPoints, 10_000);
}

const brandOf = ({ name }: { readonly name: string }): string | undefined => name.split(' ')[0];

function boxesOf(wish: DispensingWish, day: string, random: Random): readonly ShelvedBox[] {
  const count = random.pick([1, 2, 2, 2, 3, 3, 3, 4, 4, 5]);
  const seen = new Set<string | undefined>();
  const shelf = shuffled(boxesOn(day), random).filter((one) => {
    const isNew = !seen.has(brandOf(one));
    seen.add(brandOf(one));
    return isNew;
  });
  const isPaid = ({ price }: ShelvedBox): boolean => (price?.rateBasisPoints ?? 0) > 0;
  const odd = [
    ...(wish.hasNotReimbursed ? shelf.filter((box) => !isPaid(box)).slice(0, 1) : []),
    ...(wish.hasUnlisted ? [unlistedBox(random)] : []),
  ];
  return shuffled([...shelf.filter(isPaid).slice(0, Math.max(1, count - odd.length)), ...odd], random);
}

/** A box that stood on the shelf when its price changed is sold for the price on its label. */
function boxPrice({ boxCentimes }: ShelvedBox, random: Random): Centimes {
  if (random.next() >= 0.03) return boxCentimes;
  return Math.round((boxCentimes * random.pick([90, 95, 104])) / 1000) * 10;
}

function pharmacyNumber(index: number): Provider {
  const random = seededRandom(9_700_000 + index);
  return {
    type: 'provider',
    inpe: `${random.pick(['0', '1'])}${random.whole(1, 9)}${random.digits(7)}`,
    name: `Pharmacie ${PHARMACY_NAMES[index % PHARMACY_NAMES.length] ?? PHARMACY_NAMES[0]}`,
    specialty: 'Pharmacie',
    sector: 'PRIVATE',
    place: random.pick(CITIES),
    from: '2012-01-01',
  };
}
