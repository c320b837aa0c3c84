import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { LAYOUTS, type LayoutName } from '../../../../local/samples/forms/layouts/index.ts';
import { LOOKS, type LookName } from '../../../../local/samples/forms/looks.ts';
import { recognisedPage } from '../../../../local/samples/recognised-page.ts';
import { renderScan, type PageSpec, type ScanSpec } from '../../../../local/samples/render-scan.ts';
import type { Degradation } from '../../../../local/samples/scanner/degradation.ts';
import type { PageTruth, TruthWord } from '../../../../local/samples/truth.ts';
import { randomClaim } from '../../../../local/samples/random/random-claim.ts';

const { fields } = randomClaim(7, '2026-11-21');

function formPage(
  degradation: Degradation,
  layout: LayoutName = 'classic',
  look: LookName = 'printed',
): PageSpec {
  return { content: { kind: 'care-form', layout, look, fields }, degradation };
}

function scan(pages: readonly PageSpec[], fileType: ScanSpec['fileType'] = 'png'): ScanSpec {
  return { name: 'sample', fileType, pages };
}

async function onePage(page: PageSpec): Promise<{ truth: PageTruth; bytes: Uint8Array }> {
  const { truths, bytes } = await renderScan(scan([page]));
  const [truth] = truths;
  if (truth === undefined) throw new Error('The scan has no page');
  return { truth, bytes };
}

/** Mean darkness (0 white, 1 black) of the picture where a word is said to stand. */
async function darkness(
  bytes: Uint8Array,
  truth: PageTruth,
  { Left, Top, Width, Height }: TruthWord['box'],
): Promise<number> {
  const { width, height } = truth.image;
  const area = {
    left: Math.floor(Left * width),
    top: Math.floor(Top * height),
    width: Math.max(1, Math.ceil(Width * width)),
    height: Math.max(1, Math.ceil(Height * height)),
  };
  const { data } = await sharp(bytes).extract(area).greyscale().raw().toBuffer({ resolveWithObject: true });
  return 1 - data.reduce((sum, level) => sum + level, 0) / data.length / 255;
}

describe('a rendered scan', () => {
  const harsh: Degradation = {
    dpi: 80,
    rotate: 2,
    perspective: 0.01,
    shrink: 0.9,
    noise: 6,
    specks: 30,
    shadow: 0.2,
    jpeg: 60,
  };

  it.each(['jpeg', 'png', 'tiff', 'pdf'] as const)(
    'is the same %s file, byte for byte, on every run',
    async (fileType) => {
      const first = await renderScan(scan([formPage(harsh)], fileType));
      const second = await renderScan(scan([formPage(harsh)], fileType));
      expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
      expect(second.truths).toEqual(first.truths);
    },
  );

  it.each([
    ['upright', {}],
    ['askew', { rotate: 4.5, shrink: 0.94 }],
    ['on its left side', { turn: 90 }],
    ['upside down', { turn: 180, rotate: -1 }],
    ['on its right side', { turn: 270 }],
    ['under a camera', { perspective: 0.02, rotate: 2, shrink: 0.92 }],
  ] as const)('has ink where its truth says a word stands, %s', async (_, faults) => {
    const { truth, bytes } = await onePage(
      formPage({ dpi: 100, gray: true, ...faults }, 'classic', 'courier'),
    );
    const values = truth.words.filter((word) => word.f !== null && word.t.length > 3);
    expect(values.length).toBeGreaterThan(10);
    const inked = await Promise.all(
      values.map(async (word) => ({ word: word.t, ink: await darkness(bytes, truth, word.box) })),
    );
    expect(inked.filter(({ ink }) => ink <= 0.12)).toEqual([]);
  });

  it('tells by a word’s first corner how the page lies', async () => {
    const corners = await Promise.all(
      ([undefined, 90, 180, 270] as const).map(async (turn) => {
        const { truth } = await onePage(formPage({ dpi: 40, ...(turn === undefined ? {} : { turn }) }));
        const title = truth.words.find(({ t }) => t === 'FEUILLE');
        if (title === undefined) throw new Error('The title is not among the words');
        const [first, second] = title.polygon;
        return Math.round((Math.atan2(second.y - first.y, second.x - first.x) * 2) / Math.PI);
      }),
    );
    expect(corners).toEqual([0, 1, expect.toSatisfy((quarter: number) => Math.abs(quarter) === 2), -1]);
  });

  it.each(Object.keys(LAYOUTS) as LayoutName[])(
    'prints every field that its truth names, in the layout %s',
    async (layout) => {
      const { truth } = await onePage(formPage({ dpi: 40 }, layout));
      const printed = new Map<string, string>();
      for (const { f, t } of truth.words) if (f !== null) printed.set(f, `${printed.get(f) ?? ''}${t}`);
      const { actes, beneficiaire, sexe, objet, pharmacie, ...texts } = truth.fields ?? { actes: [] };
      expect(pharmacie).toBeUndefined();
      expect(texts).toMatchObject({
        immatriculation: fields.immatriculation,
        total: fields.total,
        inpe: fields.inpe,
      });
      for (const [name, value] of Object.entries(texts))
        expect.soft(printed.get(name)?.replaceAll('/', '')).toBe(value.replace(/[ /]/g, ''));
      actes.forEach((act, index) =>
        expect(printed.get(`actes.${index}.montant`)).toBe(act.montant.replaceAll(' ', '')),
      );
      const ticked = truth.checkBoxes.filter(({ selected }) => selected).map(({ name }) => name);
      expect(ticked.toSorted()).toEqual([`beneficiaire.${beneficiaire}`, `objet.${objet}`, `sexe.${sexe}`]);
    },
  );

  it.each(Object.keys(LOOKS) as LookName[])('can be filled in as %s', async (look) => {
    const { truth } = await onePage(formPage({ dpi: 40 }, 'comb', look));
    expect(truth.words.find(({ f }) => f === 'immatriculation')).toMatchObject({
      comb: true,
      cells: { length: 9 },
    });
  });

  it('keeps the pages of a black and white TIFF in order, one bit a pixel', async () => {
    const blank: PageSpec = { content: { kind: 'blank' }, degradation: { dpi: 60, bilevel: true } };
    const { bytes, truths } = await renderScan(scan([blank, formPage({ dpi: 60, bilevel: true })], 'tiff'));
    expect(await sharp(bytes).metadata()).toMatchObject({ pages: 2, bitsPerSample: 1 });
    expect(truths.map(({ words }) => words.length > 0)).toEqual([false, true]);
  });

  it('refuses two pages in a file type that holds one', async () => {
    await expect(renderScan(scan([formPage({ dpi: 40 }), formPage({ dpi: 40 })], 'jpeg'))).rejects.toThrow(
      'exactly one page',
    );
  });
});

describe('a recorded answer', () => {
  it('groups words into the lines a person sees, whichever way the page lies', async () => {
    const lines = await Promise.all(
      ([{}, { turn: 180 }, { turn: 90, rotate: 3 }, { perspective: 0.02 }] as const).map(async (faults) => {
        const { truth } = await onePage(formPage({ dpi: 40, shrink: 0.9, ...faults }));
        return recognisedPage(truth).lines.map(({ text }) => text);
      }),
    );
    expect(lines[0]).toEqual(
      expect.arrayContaining([
        'Caisse Nationale de Sécurité Sociale',
        "N° d'immatriculation :",
        fields.nom_prenom,
      ]),
    );
    for (const turned of lines.slice(1)) expect(turned.toSorted()).toEqual(lines[0]?.toSorted());
  });

  it('leaves Arabic out, gives cells one by one and ticks as words, unless asked otherwise', async () => {
    const { truth } = await onePage(formPage({ dpi: 40 }, 'comb'));
    const words = (page: ReturnType<typeof recognisedPage>) =>
      page.lines.flatMap((line) => line.words.map(({ text }) => text));
    const usual = words(recognisedPage(truth));
    expect(usual.some((word) => /\p{Script=Arabic}/u.test(word))).toBe(false);
    expect(usual).not.toContain(fields.immatriculation);
    expect(usual.filter((word) => word === 'X')).toHaveLength(3);
    const other = words(recognisedPage(truth, { arabic: 'keep', comb: 'joined', ticks: 'omit' }));
    expect(other.some((word) => /\p{Script=Arabic}/u.test(word))).toBe(true);
    expect(other).toContain(fields.immatriculation);
    expect(other).not.toContain('X');
  });
});
