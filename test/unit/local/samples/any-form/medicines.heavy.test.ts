import { describe, expect, it } from 'vitest';
import type { PageBitmap } from '../../../../../contexts/reading/ports/page-bitmaps.ts';
import { ZxingBarcodeReader } from '../../../../../contexts/pages/imaging/zxing-barcodes.ts';
import { normaliseArticleNumber } from '../../../../../contexts/shared/identifiers/article-number.ts';
import {
  anyFormPages,
  anyFormSample,
  anyFormScan,
  type AnyFormSample,
} from '../../../../../local/samples/any-form/any-form-sample.ts';
import { knownPayment, totalOf } from '../../../../../local/samples/any-form/claim/any-acts.ts';
import { paidForBoxes } from '../../../../../local/samples/any-form/claim/any-dispensing.ts';
import {
  claimWithMedicines,
  type ClaimWithMedicines,
} from '../../../../../local/samples/any-form/claim/claim-with-medicines.ts';
import {
  boxesOn,
  listedMedicines,
  unlistedBox,
} from '../../../../../local/samples/any-form/claim/listed-medicines.ts';
import { seededRandom } from '../../../../../local/samples/random.ts';
import { ribOf } from '../../../../../local/samples/scenarios/household.ts';
import type { DrawnPage } from '../../../../../local/samples/drawing/page-pen.ts';

const DAY = '2026-11-20';
const HALVES = ['build', 'test'] as const;
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const samples = HALVES.flatMap((half) =>
  SEEDS.map((seed) => anyFormSample(seed, { half, day: DAY, medicines: true })),
);
const claims = Array.from({ length: 300 }, (_, number) => claimWithMedicines(number, DAY));

const pharmacyOf = ({ id, fields: { pharmacie } }: AnyFormSample) => {
  if (pharmacie === undefined) throw new Error(`${id} has no pharmacy`);
  return pharmacie;
};
const digitsOf = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))).replace(/\D/g, '');
const centimesOf = (printed: string): number => Number(printed.replace(/[ ,]/g, ''));

function printedText({ truths }: AnyFormSample, field: string): string {
  return truths
    .flatMap(({ words }) => words.filter(({ f }) => f === field))
    .map(({ t }) => t)
    .join(' ');
}

describe('a claim with medicines', () => {
  it('is the same for the same seed, and another one than without medicines', () => {
    const again = anyFormSample(0, { half: 'build', day: DAY, medicines: true });
    expect(again.truths).toEqual(samples[0]?.truths);
    const without = anyFormSample(0, { half: 'build', day: DAY });
    expect(without.fields.pharmacie).toBeUndefined();
    expect(without.claim.household.registrationNumber).not.toBe(
      samples[0]?.claim.household.registrationNumber,
    );
  });

  it('has the same words whether it is drawn or only laid out', { timeout: 60_000 }, async () => {
    const scan = await anyFormScan(4, { half: 'build', day: DAY, medicines: true });
    expect(scan.truths).toEqual(samples[4]?.truths);
  });

  it('asks for the sum of acts and boxes, unless that is what is wrong with it', () => {
    for (const { claimCase, acts, dispensing, totalCentimes } of claims) {
      const boxes = dispensing.lines.reduce((sum, line) => sum + line.boxes * line.medicine.boxCentimes, 0);
      const isRight = dispensing.totalCentimes === boxes && totalCentimes === totalOf(acts) + boxes;
      expect([claimCase, isRight]).toEqual([
        claimCase,
        claimCase !== 'wrong-total' && claimCase !== 'wrong-pharmacy-total',
      ]);
    }
  });

  it('gets back what its lines come to, and nothing where it is refused or sent to a person', () => {
    for (const claim of claims) {
      const { expected, dispensing } = claim;
      const medicines = dispensing.lines.reduce((sum, line) => sum + line.paidCentimes, 0);
      const { account = '' } = claim.household;
      const acts = claim.acts.map((act) => knownPayment(act, claim.household.scheme, claim.provider) ?? 0);
      const whole = acts.reduce((sum, paid) => sum + paid, medicines);
      const isPaid = ['in-order', 'not-reimbursed'].includes(claim.claimCase);
      expect([claim.claimCase, expected.paidCentimes]).toEqual([claim.claimCase, isPaid ? whole : 0]);
      expect([undefined, whole]).toContain(expected.orPartly?.paidCentimes);
      expect([undefined, ribOf(account)]).toContain(expected.toRib);
    }
  });

  it('has boxes that are not reimbursed, unlisted codes, wrong sums, and two boxes of one code', () => {
    const cases = new Set(claims.map(({ claimCase }) => claimCase));
    expect([...cases]).toEqual(
      expect.arrayContaining([
        'in-order',
        'not-reimbursed',
        'unlisted-medicine',
        'wrong-pharmacy-total',
        'wrong-total',
      ]),
    );
    const lines = claims.flatMap(({ dispensing }) => dispensing.lines);
    expect(lines.some(({ boxes }) => boxes > 1)).toBe(true);
    expect(
      lines.some(({ medicine: { price, boxCentimes } }) => (price?.baseCentimes ?? 0) < boxCentimes),
    ).toBe(true);
  });

  it('names the rows of the list that it needs: all codes but the one that is in no list', () => {
    for (const { claimCase, dispensing } of claims) {
      const listed = new Set(dispensing.listed.map(({ code }) => code));
      const missing = dispensing.lines.filter(({ medicine }) => !listed.has(medicine.code));
      expect([claimCase, missing.length]).toEqual([claimCase, claimCase === 'unlisted-medicine' ? 1 : 0]);
    }
  });

  it('is dispensed on the day of the visit or later, and signed for after that', () => {
    for (const claim of claims satisfies readonly ClaimWithMedicines[]) {
      const { prescribedOn, day } = claim.dispensing;
      expect(prescribedOn <= day && day <= claim.signedOn).toBe(true);
    }
  });
});

describe('boxes on a shelf', () => {
  it('have right article numbers, names that several packs share, and the price of the day', () => {
    const boxes = boxesOn(DAY);
    for (const { code, price } of boxes) {
      expect(normaliseArticleNumber(code)).toBe(code);
      expect((price?.from ?? '') <= DAY && DAY <= (price?.to ?? DAY)).toBe(true);
    }
    expect(new Set(boxes.map(({ code }) => code)).size).toBe(boxes.length);
    expect(new Set(boxes.map(({ name }) => name)).size).toBeLessThan(boxes.length);
    const dayBefore = new Map(boxesOn('2026-02-28').map((box) => [box.code, box.boxCentimes]));
    expect(boxes.some(({ code, boxCentimes }) => dayBefore.get(code) !== boxCentimes)).toBe(true);
  });

  it('have a code that no list has where they are not listed', () => {
    const listed = new Set(listedMedicines().map(({ code }) => code));
    for (let seed = 0; seed < 200; seed += 1) {
      const { code } = unlistedBox(seededRandom(seed));
      expect(normaliseArticleNumber(code)).toBe(code);
      expect(listed.has(code)).toBe(false);
    }
  });

  it.each([
    [{ baseCentimes: 22_15, rateBasisPoints: 7000 }, 3, 25_00, 46_52],
    [{ baseCentimes: 22_15, rateBasisPoints: 7000 }, 3, 20_00, 42_00],
    [{ baseCentimes: 22_15, rateBasisPoints: 0 }, 3, 25_00, 0],
    [{ rateBasisPoints: 0 }, 1, 25_00, 0],
    // Two boxes are rounded as one line: 2 x 0.7 x 0.05 is 0.07, not 2 x 0.04.
    [{ baseCentimes: 5, rateBasisPoints: 7000 }, 2, 5, 7],
  ] as const)('of %j, %d of them at %d centimes, are paid %d', (row, boxes, boxCentimes, paid) => {
    const price = { from: '2025-01-01', ppvCentimes: 25_00, source: 'test', ...row };
    expect(paidForBoxes({ code: '6119900020010', name: 'X', boxCentimes, price }, boxes)).toBe(paid);
  });

  it('are paid nothing where no list has them', () => {
    expect(paidForBoxes(unlistedBox(seededRandom(1)), 2)).toBe(0);
  });
});

describe('the pharmacy on a form', () => {
  it('says in its truth which INPE, day and sum are printed', () => {
    for (const sample of samples) {
      const { inpe, date, total } = pharmacyOf(sample);
      const { dispensing } = sample.claim;
      expect([sample.id, inpe]).toEqual([sample.id, dispensing?.pharmacy.inpe]);
      expect(digitsOf(printedText(sample, 'pharmacie.inpe'))).toBe(inpe);
      expect([sample.id, printedText(sample, 'pharmacie.date') !== '', date !== undefined]).toEqual([
        sample.id,
        true,
        true,
      ]);
      if (total === undefined) continue;
      expect(centimesOf(total)).toBe(dispensing?.totalCentimes);
      expect([sample.id, digitsOf(printedText(sample, 'pharmacie.total')).replace(/0*$/, '')]).toEqual([
        sample.id,
        digitsOf(total).replace(/0*$/, ''),
      ]);
    }
  });

  it('has a printed list now and then, whose rows come to the sum of the boxes', () => {
    const listed = samples.filter((sample) => pharmacyOf(sample).medicaments.length > 0);
    expect(listed.length).toBeGreaterThan(samples.length / 3);
    expect(listed.length).toBeLessThan(samples.length);
    for (const sample of listed) {
      const rows = pharmacyOf(sample).medicaments.map(({ montant = '' }) => centimesOf(montant));
      const boxes = pharmacyOf(sample).vignettes.map(({ prix }) => centimesOf(prix));
      const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
      expect([sample.id, sum(rows)]).toEqual([sample.id, sum(boxes)]);
    }
  });

  it('has a label for each box, with code, name and price printed also where the bars are torn', () => {
    const conditions = new Set<string>();
    for (const sample of samples) {
      const { vignettes } = pharmacyOf(sample);
      const boxes = sample.claim.dispensing?.lines.flatMap(({ medicine, boxes: count }) =>
        Array.from({ length: count }, () => medicine.code),
      );
      expect([sample.id, vignettes.map(({ code }) => code)]).toEqual([sample.id, boxes]);
      vignettes.forEach(({ code, nom, condition, page }, index) => {
        const own = `pharmacie.vignettes.${index}`;
        expect(printedText(sample, `${own}.code`).replaceAll(' ', '')).toBe(code);
        expect(printedText(sample, `${own}.nom`)).toBe(nom);
        expect(printedText(sample, `${own}.prix`)).not.toBe('');
        expect(page).toBeGreaterThan(0);
        conditions.add(condition);
      });
    }
    expect([...conditions].toSorted()).toEqual(['askew', 'flat', 'pen', 'stamp', 'torn', 'upright']);
  });

  it('has labels on the form, on the prescription and on the invoice', () => {
    const places = Map.groupBy(samples, ({ fields: { pharmacie }, truths }) => {
      const [label] = pharmacie?.vignettes ?? [];
      if (label?.page === pharmacie?.ordonnance?.page) return 'prescription';
      if (label?.page === pharmacie?.facture?.page) return 'invoice';
      return truths.length > 0 ? 'form' : 'nowhere';
    });
    expect([...places.keys()].toSorted()).toEqual(['form', 'invoice', 'prescription']);
  });

  it('keeps all its words on the sheet', () => {
    for (const sample of samples) {
      for (const { words } of sample.truths) {
        const outside = words.filter(
          ({ box, stamp }) =>
            stamp !== true &&
            (box.Left < -0.06 ||
              box.Top < -0.06 ||
              box.Left + box.Width > 1.06 ||
              box.Top + box.Height > 1.06),
        );
        expect([sample.id, outside.map(({ t }) => t)]).toEqual([sample.id, []]);
      }
    }
  });
});

describe('the barcode of a label', () => {
  it(
    'is read from an undamaged page, unless its bars are torn or stamped',
    { timeout: 180_000 },
    async () => {
      const reader = new ZxingBarcodeReader();
      for (const half of HALVES) {
        for (const seed of SEEDS.slice(0, 3)) {
          for (const page of anyFormPages(seed, { half, day: DAY, medicines: true }, 200)) {
            if (page.barcodes.length === 0) continue;
            const read = await reader.read(bitmapOf(page));
            const found = new Set(read.map(({ symbology, text }) => `${symbology} ${plain(text)}`));
            const named = ({ symbology, text }: DrawnPage['barcodes'][number]) => `${symbology} ${text}`;
            const readable = page.barcodes.filter(isReadable);
            const torn = page.barcodes.filter(({ condition }) => condition === 'torn');
            const missed = readable.filter((barcode) => !found.has(named(barcode)));
            const isElsewhere = new Set(
              page.barcodes.filter(({ condition }) => condition !== 'torn').map(named),
            );
            const mended = torn.filter(
              (barcode) => found.has(named(barcode)) && !isElsewhere.has(named(barcode)),
            );
            expect([half, seed, missed, mended]).toEqual([half, seed, [], []]);
          }
        }
      }
    },
  );
});

/** A pen's line hides too much of a small matrix, and a stamp too much of anything. */
function isReadable({ symbology, condition }: DrawnPage['barcodes'][number]): boolean {
  if (condition === 'torn' || condition === 'stamp') return false;
  return symbology === 'EAN_13' || condition !== 'pen';
}

/** Without the separators of GS1. */
const plain = (text: string): string => text.replace(/[^0-9A-Z]/g, '');

/** Grey, one byte a pixel. */
function bitmapOf({ canvas, widthPixels, heightPixels }: DrawnPage): PageBitmap {
  const rgba = canvas.data();
  const pixels = new Uint8Array(widthPixels * heightPixels);
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] =
      0.299 * (rgba[4 * at] ?? 0) + 0.587 * (rgba[4 * at + 1] ?? 0) + 0.114 * (rgba[4 * at + 2] ?? 0);
  return { pixels, widthPixels, heightPixels };
}
