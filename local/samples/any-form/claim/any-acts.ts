import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import type { Scheme } from '../../../../contexts/shared/identifiers/schemes.ts';
import { multiplyCentimes, type Centimes } from '../../../../contexts/shared/money.ts';
import type { Random } from '../../random.ts';
import { daysBefore } from '../../scenarios/calendar.ts';
import { LABORATORY } from './any-people.ts';

/** An act as it is billed: `quantity` times a letter with its coefficient. */
export interface AnyAct {
  /** ISO date. */
  readonly day: string;
  readonly letter: string;
  /** Whole; 1 for a consultation. */
  readonly coefficient: number;
  readonly quantity: number;
  /** Of the whole row. */
  readonly billedCentimes: Centimes;
  readonly description: string;
  /** Who gave it; absent: the claim's provider. */
  readonly provider?: Provider;
}

/** Tariffs in force (2006 grid; public sector's grid): written out here too, so that the rule data is checked against them. */
const UNIT_CENTIMES = {
  PRIVATE: {
    C: 80_00,
    CS: 150_00,
    CNPSY: 190_00,
    CSC: 190_00,
    V: 120_00,
    KC: 22_50,
    B: 1_10,
    P: 1_10,
    Z: 10_00,
  },
  PUBLIC: { C: 50_00, CS: 75_00, CNPSY: 100_00, B: 90, P: 90, Z: 9_00, K: 13_00 },
} as const;

interface Kind {
  readonly letter: string;
  readonly descriptions: readonly [string, ...string[]];
  /** Absent: one act, without a coefficient of its own. */
  readonly coefficients?: readonly [number, number];
  readonly dirhams: readonly [number, number];
}

const KINDS = {
  C: { letter: 'C', descriptions: ['Consultation', 'Consultation generaliste'], dirhams: [100, 250] },
  CS: {
    letter: 'CS',
    descriptions: ['Consultation specialisee', 'Consultation', 'Consultation de controle'],
    dirhams: [150, 400],
  },
  CNPSY: { letter: 'CNPSY', descriptions: ['Consultation psychiatrique'], dirhams: [250, 450] },
  CSC: { letter: 'CSC', descriptions: ['Consultation cardiologique avec ECG'], dirhams: [250, 450] },
  V: { letter: 'V', descriptions: ['Visite a domicile', 'Visite'], dirhams: [150, 350] },
  B: {
    letter: 'B',
    descriptions: ['Bilan biologique', 'NFS et glycemie', 'Bilan lipidique', 'Analyses'],
    coefficients: [20, 360],
    dirhams: [60, 600],
  },
  P: {
    letter: 'P',
    descriptions: ['Examen anatomopathologique'],
    coefficients: [50, 250],
    dirhams: [80, 420],
  },
  Z: {
    letter: 'Z',
    descriptions: ['Radiographie du thorax', 'Echographie abdominale', 'Radio du genou', 'Mammographie'],
    coefficients: [6, 60],
    dirhams: [90, 700],
  },
  K: {
    letter: 'K',
    descriptions: ['Electrocardiogramme', 'Petite chirurgie'],
    coefficients: [8, 50],
    dirhams: [120, 900],
  },
  KC: {
    letter: 'KC',
    descriptions: ['Petite chirurgie', 'Acte de chirurgie', 'Suture'],
    coefficients: [5, 40],
    dirhams: [120, 900],
  },
} as const satisfies Record<string, Kind>;

interface Visit {
  /** ISO date. */
  readonly day: string;
  readonly daysAgo: number;
  readonly provider: Provider;
  /** All acts are of one day. */
  readonly isOneDay: boolean;
}

/**
 * How many claims have a graded act beside or instead of the consultation: laboratory, radiology. Nobody publishes the mix of real
 * files; of the sixteen that others drew for Milaf, three have one.
 */
const GRADED_SHARE = 0.3;

/** Acts that the provider can bill, one to five. */
export function billedActs(visit: Visit, hasUnpriced: boolean, random: Random): readonly AnyAct[] {
  const { provider, day, daysAgo, isOneDay } = visit;
  const others = gradedKindsOf(provider, random);
  const kinds: Kind[] = [consultationOf(provider, random)];
  if (hasUnpriced) kinds.push(KINDS.K);
  else if (provider.sector === 'PUBLIC' && provider.specialty !== LABORATORY && random.next() < 0.15)
    kinds.push(KINDS.K);
  const isGraded = random.next() < GRADED_SHARE;
  const more = isGraded ? random.pick([1, 1, 1, 2, 2, 3]) : 0;
  for (let count = 0; count < more; count += 1) {
    const kind = others[random.whole(0, others.length - 1)];
    if (kind !== undefined) kinds.push(kind);
  }
  if (isGraded && random.next() < 0.2) kinds.shift();
  const seen = new Set<string>();
  return kinds.map((kind) => {
    for (;;) {
      const act = actOf(kind, daysBefore(day, daysAgo + (isOneDay ? 0 : random.whole(0, 9))), random);
      // The same act twice on one form is a doubt of its own, which is not what is asked here.
      const key = `${act.day} ${act.letter} ${act.billedCentimes}`;
      if (seen.has(key)) continue;
      seen.add(key);
      return act;
    }
  });
}

interface StayBeside {
  readonly provider: Provider;
  /** ISO dates between which it was. */
  readonly from: string;
  readonly to: string;
}

/** One act of a further provider, sometimes two: what he usually does first, then another thing. */
export function actsBeside({ provider, from, to }: StayBeside, random: Random): readonly AnyAct[] {
  const day = random.next() < 0.5 || to < from ? from : to;
  const one = { ...actOf(consultationOf(provider, random), day, random), provider };
  const more = random.next() < 0.7 ? [] : gradedKindsOf(provider, random).slice(0, 1);
  return [
    one,
    // Another letter or amount, or it would be the same act twice.
    ...more
      .map((kind) => ({ ...actOf(kind, day, random), provider }))
      .filter(({ letter, billedCentimes }) => letter !== one.letter || billedCentimes !== one.billedCentimes),
  ];
}

/** What is graded among the acts of a provider: a laboratory analyses, a physician operates and takes pictures. */
function gradedKindsOf({ specialty, sector }: Provider, random: Random): readonly Kind[] {
  if (specialty === LABORATORY) return [KINDS.B, KINDS.B, ...(random.next() < 0.3 ? [KINDS.P] : [])];
  // Beside a cardiologist's consultation with its ECG, an act of specialty may be that ECG.
  if (specialty === 'Cardiologie') return [KINDS.Z];
  return [KINDS.Z, sector === 'PRIVATE' ? KINDS.KC : KINDS.K];
}

/** The first act of a visit; of a laboratory, an analysis. */
function consultationOf({ specialty, sector }: Provider, random: Random): Kind {
  if (specialty === LABORATORY) return KINDS.B;
  if (specialty === 'Médecine générale')
    return sector === 'PRIVATE' && random.next() < 0.25 ? KINDS.V : KINDS.C;
  if (specialty === 'Psychiatrie') return KINDS.CNPSY;
  if (specialty === 'Cardiologie' && sector === 'PRIVATE' && random.next() < 0.4) return KINDS.CSC;
  return KINDS.CS;
}

function actOf(kind: Kind, day: string, random: Random): AnyAct {
  const { letter, descriptions, coefficients } = kind;
  const coefficient = coefficients === undefined ? 1 : roundedCoefficient(coefficients, random);
  const quantity = coefficients !== undefined && random.next() < 0.08 ? 2 : 1;
  const unit = amountFrom(kind.dirhams, random);
  return {
    day,
    letter,
    coefficient,
    quantity,
    billedCentimes: unit * quantity,
    description: random.pick(descriptions),
  };
}

function roundedCoefficient([low, high]: readonly [number, number], random: Random): number {
  const value = random.whole(low, high);
  return high > 100 ? Math.round(value / 10) * 10 : value;
}

function amountFrom([low, high]: readonly [number, number], random: Random): Centimes {
  const dirhams = random.whole(low, high);
  const draw = random.next();
  if (draw < 0.6) return Math.round(dirhams / 10) * 10_00;
  if (draw < 0.85) return dirhams * 1_00;
  return dirhams * 1_00 + random.pick([50, 20, 80, 35]);
}

export function totalOf(acts: readonly AnyAct[]): Centimes {
  return acts.reduce((sum, act) => sum + act.billedCentimes, 0);
}

/** What is paid for an act; undefined where no tariff is known here. */
export function knownPayment(act: AnyAct, scheme: Scheme, { sector }: Provider): Centimes | undefined {
  const units: Readonly<Record<string, Centimes | undefined>> = UNIT_CENTIMES[sector];
  const unit = units[act.letter];
  if (unit === undefined) return undefined;
  const rateBasisPoints = scheme === 'AMO_TADAMON' && sector === 'PUBLIC' ? 10_000 : 7_000;
  const base = Math.min(act.billedCentimes, unit * act.coefficient * act.quantity);
  return multiplyCentimes(base, rateBasisPoints, 10_000);
}

/** @throws Error where no tariff is known here */
export function paidFor(act: AnyAct, scheme: Scheme, provider: Provider): Centimes {
  const paid = knownPayment(act, scheme, provider);
  if (paid === undefined) throw new Error(`No tariff of ${act.letter} is known here`);
  return paid;
}
