import { describe, expect, it } from 'vitest';
import { readCareForms } from '../../../../contexts/reading/domain/read-care-forms.ts';
import type { Box, CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { shownZones, type ShownZones } from '../../../../contexts/pages/domain/shown-zones.ts';
import { randomScan } from '../../../../local/samples/random/random-scan.ts';
import { recognisedPage } from '../../../../local/samples/recognised-page.ts';
import type { PageTruth, TruthPoint, TruthWord } from '../../../../local/samples/truth.ts';
import { documentOfPages } from '../../../support/recognised-document.ts';

const IDENTITY =
  /^(immatriculation|cin|nom_prenom|date_naissance|adresse|patient|patient_naissance|patient_cin|rib|dossier)$/;
const ACTS = /^actes\./;

const isInside = (x: number, y: number, { left, top, width, height }: Box) =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** The share of a word that is seen, looked at in a grid of points between its corners. */
function seenShare({ polygon: [topLeft, topRight, bottomRight, bottomLeft] }: TruthWord, zones: ShownZones) {
  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
  const between = (a: TruthPoint, b: TruthPoint, share: number) => ({
    x: a.x + share * (b.x - a.x),
    y: a.y + share * (b.y - a.y),
  });
  const points = steps.flatMap((along) =>
    steps.map((down) => {
      const { x, y } = between(
        between(topLeft, topRight, along),
        between(bottomLeft, bottomRight, along),
        down,
      );
      return [x, y] as const;
    }),
  );
  const seen = points.filter(
    ([x, y]) =>
      zones.shown.some((box) => isInside(x, y, box)) && !zones.hidden.some((box) => isInside(x, y, box)),
  );
  return seen.length / points.length;
}

async function samplePages(seed: number, lost?: RegExp) {
  const { sample } = await randomScan(seed, { today: '2026-11-21', dpi: 40, quality: 'bad' });
  const read = sample.truths.map((truth) => ({
    ...truth,
    words: truth.words.filter((word) => lost === undefined || word.f === null || !lost.test(word.f)),
  }));
  const pages = read.map((truth) => recognisedPage(truth));
  const { forms } = readCareForms(documentOfPages(pages));
  return { truths: sample.truths, forms };
}

function wordsOf(truth: PageTruth, field: RegExp): readonly TruthWord[] {
  return truth.words.filter(({ f }) => f !== null && field.test(f));
}

function everyFormPage(truths: readonly PageTruth[], forms: readonly CareForm[]) {
  return forms.flatMap((form) =>
    form.pages.flatMap((page) => {
      const truth = truths[page - 1];
      const zones = shownZones(form, page);
      return truth === undefined || zones === undefined ? [] : [{ truth, zones }];
    }),
  );
}

describe('what a contractor sees of a care form', () => {
  it('is the acts and not who they are about, on every layout, turned and skewed', async () => {
    let actsCount = 0;
    for (let seed = 0; seed < 24; seed += 1) {
      const { truths, forms } = await samplePages(seed);
      for (const { truth, zones } of everyFormPage(truths, forms)) {
        const identity = wordsOf(truth, IDENTITY).filter((word) => seenShare(word, zones) > 0);
        expect
          .soft(
            identity.map(({ f }) => f),
            `seed ${seed}, identity`,
          )
          .toEqual([]);
        const acts = wordsOf(truth, ACTS);
        actsCount += acts.length;
        const unseen = acts.filter((word) => seenShare(word, zones) < 1);
        expect
          .soft(
            unseen.map(({ f }) => f),
            `seed ${seed}, acts`,
          )
          .toEqual([]);
      }
    }
    expect(actsCount).toBeGreaterThan(100);
  });

  it('is not the identity where the OCR did not find any of it', async () => {
    for (let seed = 0; seed < 24; seed += 1) {
      const { truths, forms } = await samplePages(seed, IDENTITY);
      for (const { truth, zones } of everyFormPage(truths, forms)) {
        const identity = wordsOf(truth, IDENTITY).filter((word) => seenShare(word, zones) > 0);
        expect
          .soft(
            identity.map(({ f }) => f),
            `seed ${seed}`,
          )
          .toEqual([]);
      }
    }
  });

  it('is nothing of a page of which nothing was read', async () => {
    const { forms } = await samplePages(1);
    const [form] = forms;
    expect(form && shownZones(form, 99)).toBeUndefined();
  });
});
