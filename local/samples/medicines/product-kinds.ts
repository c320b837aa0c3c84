/** A pack of a product. */
export interface SamplePack {
  readonly pack: string;
  /** Null for what is not counted. */
  readonly units: number | null;
  /** Price against that of the smallest pack, in hundredths. */
  readonly priceHundredths: number;
}

/** What invented products of a kind have in common. */
export interface ProductKind {
  /** Ends the invented brand, and the invented international name. */
  readonly brandEnding: string;
  readonly substanceEnding: string;
  /** Ending of a second substance, where the product is a fixed combination. */
  readonly secondEnding?: string;
  readonly form: string;
  readonly strengths: readonly [string, ...string[]];
  readonly secondStrength?: string;
  readonly packs: readonly [SamplePack, ...SamplePack[]];
  /** Public price of the smallest pack, in dirhams. */
  readonly lowDirhams: number;
  readonly highDirhams: number;
}

const boxes = (word: string, ...counts: readonly [number, ...number[]]): ProductKind['packs'] => {
  const [smallest, ...others] = counts;
  const packOf = (units: number): SamplePack => ({
    pack: `1 BOITE ${units} ${word}`,
    units,
    priceHundredths: Math.round((95 * units) / smallest) + 5,
  });
  return [packOf(smallest), ...others.map(packOf)];
};

const bottle = (pack: string): ProductKind['packs'] => [{ pack, units: null, priceHundredths: 100 }];

export const PRODUCT_KINDS: readonly [ProductKind, ...ProductKind[]] = [
  {
    ...{ brandEnding: 'OPRIL', substanceEnding: 'opril', form: 'COMPRIMES', lowDirhams: 38, highDirhams: 96 },
    strengths: ['5 MG', '10 MG'],
    packs: boxes('COMPRIMES', 14, 28),
  },
  {
    ...{
      brandEnding: 'STATYL',
      substanceEnding: 'vastatine',
      form: 'COMPRIMES',
      lowDirhams: 52,
      highDirhams: 140,
    },
    strengths: ['10 MG', '20 MG', '40 MG'],
    packs: boxes('COMPRIMES', 30),
  },
  {
    ...{
      brandEnding: 'CILINE',
      substanceEnding: 'cilline',
      form: 'COMPRIMES',
      lowDirhams: 34,
      highDirhams: 88,
    },
    strengths: ['500 MG', '1 G'],
    packs: boxes('COMPRIMES', 14, 24),
  },
  {
    ...{ brandEnding: 'CLAV', substanceEnding: 'cilline', form: 'SACHETS', lowDirhams: 78, highDirhams: 175 },
    secondEnding: 'vulanate',
    strengths: ['500 MG', '1 G'],
    secondStrength: '125 MG',
    packs: boxes('SACHETS', 12, 24),
  },
  {
    ...{ brandEnding: 'PRAZ', substanceEnding: 'prazole', form: 'GELULES', lowDirhams: 42, highDirhams: 118 },
    strengths: ['20 MG', '40 MG'],
    packs: boxes('GELULES', 14, 28),
  },
  {
    ...{ brandEnding: 'TUSS', substanceEnding: 'exol', form: 'SIROP', lowDirhams: 18, highDirhams: 46 },
    strengths: ['0,1 %'],
    packs: bottle('1 FLACON 125 ML'),
  },
  {
    ...{ brandEnding: 'DERM', substanceEnding: 'conazole', form: 'CREME', lowDirhams: 22, highDirhams: 60 },
    strengths: ['1 %'],
    packs: bottle('1 TUBE 30 G'),
  },
  {
    ...{
      brandEnding: 'SARTAN',
      substanceEnding: 'sartan',
      form: 'COMPRIMES',
      lowDirhams: 70,
      highDirhams: 190,
    },
    secondEnding: 'thiazide',
    strengths: ['80 MG', '160 MG'],
    secondStrength: '12,5 MG',
    packs: boxes('COMPRIMES', 28),
  },
  {
    ...{
      brandEnding: 'DOL',
      substanceEnding: 'acetamine',
      form: 'SUPPOSITOIRES',
      lowDirhams: 9,
      highDirhams: 22,
    },
    strengths: ['150 MG', '300 MG'],
    packs: boxes('SUPPOSITOIRES', 10),
  },
  {
    ...{
      brandEnding: 'MAB',
      substanceEnding: 'imumab',
      form: 'SOLUTION INJECTABLE',
      lowDirhams: 1_900,
      highDirhams: 6_400,
    },
    strengths: ['40 MG'],
    packs: bottle('1 SERINGUE PREREMPLIE'),
  },
];
