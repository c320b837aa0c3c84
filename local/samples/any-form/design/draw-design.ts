import { FONTS, halfOfStructure, WORDINGS, type Half } from '../half.ts';
import { seededRandom, type Random } from '../../random.ts';
import type {
  CareTypeWordingBook,
  LabelName,
  PharmacyWordingBook,
  WordingBook,
} from '../wordings/label-wordings.ts';
import { drawTableDesign } from './draw-table-design.ts';
import {
  FAMILIES,
  type Family,
  type FormDesign,
  type LabelPlace,
  type Language,
  type Packing,
  type SectionName,
  type ValueFrame,
} from './form-design.ts';

const INKS = ['#141414', '#141414', '#1f1f1f', '#15205a', '#2b2b2b'] as const;
const ACCENTS = [
  '#1c1c1c',
  '#1c1c1c',
  '#1c1c1c',
  '#174a7c',
  '#7a1f2b',
  '#0f5b3a',
  '#3d3d3d',
  '#5a3d8a',
] as const;
const PAPERS = ['#ffffff', '#ffffff', '#ffffff', '#fdfcf6', '#fbf6e6', '#f6faf5', '#fdf3f3'] as const;

const LINK_LETTERS = {
  build: { insured: 'A', spouse: 'C', child: 'E' },
  test: { insured: 'T', spouse: 'C', child: 'E' },
} as const satisfies Record<Half, FormDesign['linkLetters']>;

/** Draws how a form of one half looks. The same seed gives the same design. */
export function drawDesign(seed: number, half: Half): FormDesign {
  const random = seededRandom(seed);
  const family = random.pick(FAMILIES);
  for (;;) {
    const design = designOf(family, half, random);
    if (halfOfStructure(design.structure) === half) return design;
  }
}

interface FamilyTraits {
  readonly language?: Language;
  readonly direction?: 'ltr' | 'rtl';
  readonly labelPlaces?: readonly [LabelPlace, ...LabelPlace[]];
  readonly packings?: readonly [Packing, ...Packing[]];
  readonly frames?: readonly [ValueFrame, ...ValueFrame[]];
}

const TRAITS: Readonly<Record<Family, FamilyTraits>> = {
  'labels-before': { packings: ['one-a-line', 'tabs', 'grid-2', 'flow'] },
  'labels-above': {
    labelPlaces: ['above'],
    packings: ['grid-2', 'grid-3', 'flow'],
    frames: ['grid', 'box', 'line', 'none'],
  },
  'labels-below': {
    labelPlaces: ['below'],
    packings: ['grid-2', 'grid-3', 'flow'],
    frames: ['line', 'dots', 'box'],
  },
  'labels-after': {
    labelPlaces: ['after'],
    packings: ['one-a-line', 'grid-2'],
    frames: ['line', 'dots', 'none'],
  },
  'arabic-only': { language: 'ar', direction: 'rtl' },
  'arabic-first': { language: 'both', direction: 'rtl' },
  abbreviations: {
    language: 'fr',
    labelPlaces: ['before'],
    packings: ['flow'],
    frames: ['none', 'none', 'line'],
  },
  cells: {
    labelPlaces: ['above', 'before', 'above'],
    packings: ['flow', 'one-a-line'],
    frames: ['line', 'none'],
  },
  columns: { packings: ['one-a-line', 'tabs'] },
  'clinic-printout': {
    language: 'fr',
    labelPlaces: ['before'],
    packings: ['tabs', 'flow', 'one-a-line'],
    frames: ['none'],
  },
  unlabelled: { packings: ['one-a-line', 'grid-2', 'flow'] },
  crowded: { packings: ['flow', 'grid-3', 'grid-2'] },
};

function designOf(family: Family, half: Half, random: Random): FormDesign {
  const traits = TRAITS[family];
  const chance = (share: number): boolean => random.next() < share;
  const isPrintout = family === 'clinic-printout';
  const language = traits.language ?? random.pick(['fr', 'both', 'both', 'fr', 'ar'] as const);
  const direction =
    traits.direction ?? (language === 'ar' || (language === 'both' && chance(0.1)) ? 'rtl' : 'ltr');
  const labelPlace = random.pick(traits.labelPlaces ?? (['before', 'before', 'above'] as const));
  const packing = random.pick(traits.packings ?? (['one-a-line', 'grid-2', 'flow'] as const));
  const valueFrame = random.pick(traits.frames ?? (['none', 'line', 'dots', 'box', 'dots'] as const));
  const sections = sectionOrder(family, random);
  const isTwoColumns = family === 'columns';
  const sectionTitle = isPrintout
    ? random.pick(['none', 'bold', 'none'] as const)
    : family === 'abbreviations'
      ? random.pick(['none', 'bold', 'rule'] as const)
      : random.pick(['bar', 'dark-bar', 'bold', 'rule', 'bar', 'none'] as const);
  const isCells = family === 'cells';
  const date = dateStyle(language, random);
  const table = drawTableDesign(family, random);
  const structure = [
    family,
    language,
    direction,
    labelPlace,
    packing,
    valueFrame,
    sections.join('-'),
    sectionTitle,
    table.columns.join('-'),
    table.ruling,
    table.hasHeader,
  ].join(' ');
  const hasField = chance(0.85);
  const hasSticker = !hasField || chance(0.25);
  return {
    family,
    structure,
    language,
    direction,
    labelPlace,
    arabicPlace: random.pick(['beside', 'far', 'far', 'stacked'] as const),
    colon: labelPlace === 'before' ? random.pick([' :', ':', '', ' :'] as const) : '',
    labelOf: pickLabels(WORDINGS[half], family, random),
    unlabelled:
      family === 'unlabelled' ? unlabelledFields(random) : new Set<LabelName>(chance(0.1) ? ['cin'] : []),
    hints: chance(family === 'crowded' ? 0.9 : 0.15),
    sections,
    isTwoColumns,
    sectionTitle,
    numbering: random.pick(['', '', 'A. ', '1. ', 'I - '] as const),
    hasSectionFrames: !isPrintout && (isTwoColumns || valueFrame === 'grid' || chance(0.45)),
    packing,
    valueFrame,
    cells: {
      numbers: isCells || (!isPrintout && family !== 'abbreviations' && chance(0.14)),
      dates: isCells && chance(0.8),
      names: isCells && chance(0.55),
      style: random.pick(['boxes', 'boxes', 'comb', 'apart'] as const),
      dateSeparator: random.pick(['', '', '/', ' '] as const),
    },
    name: random.pick(
      isCells || chance(0.25)
        ? (['apart', 'apart', 'apart-given-first'] as const)
        : (['family-first', 'family-first', 'given-first'] as const),
    ),
    date,
    amount: amountStyle(random),
    rib: isCells
      ? random.pick(['cells', 'cells', 'parts'] as const)
      : random.pick(['solid', 'parts', 'parts', 'fours'] as const),
    link:
      isPrintout || family === 'abbreviations'
        ? random.pick(['word', 'letter', 'absent', 'word'] as const)
        : random.pick(['ticks', 'ticks', 'ticks', 'word', 'letter', 'absent'] as const),
    linkLetters: LINK_LETTERS[half],
    isPatientPartOmitted: chance(0.2),
    has: {
      address: chance(0.75),
      phone: chance(0.5),
      sex: chance(0.65),
      specialty: chance(0.8),
      dossier: chance(0.6),
      purpose: !isPrintout && chance(0.25),
      expenses: chance(0.2),
      attachments: chance(0.25),
      ice: chance(isPrintout ? 0.8 : 0.3),
      taxNumber: chance(isPrintout ? 0.5 : 0.15),
      rib: chance(0.75),
      birthDate: chance(0.85),
      arabicNames: language !== 'fr' && chance(0.25),
    },
    inpeIn: { field: hasField, sticker: hasSticker, stamp: chance(0.55) },
    symbology: random.pick(['code39', 'code128'] as const),
    stamp: {
      shape: random.pick(['rectangle', 'rectangle', 'round', 'bare'] as const),
      isOverValues: chance(family === 'crowded' ? 0.5 : 0.08),
      hasReception: chance(0.15),
    },
    table,
    fonts: fontsOf(family, half, random),
    ink: isPrintout ? '#1a1a1a' : random.pick(INKS),
    accent: isPrintout ? '#1a1a1a' : random.pick(ACCENTS),
    paper: random.pick(PAPERS),
    tick: random.pick(['cross', 'cross', 'check', 'filled'] as const),
    margin: random.whole(40, 62),
    lineGap: random.whole(4, 17),
    size: 0.96 + random.next() * 0.22,
  };
}

function sectionOrder(family: Family, random: Random): readonly SectionName[] {
  const isPaymentLast = random.next() < 0.6;
  const people = random.pick<readonly SectionName[]>([
    ['insured', 'patient', 'provider', 'acts'],
    ['insured', 'patient', 'provider', 'acts'],
    ['insured', 'patient', 'acts', 'provider'],
    ['patient', 'insured', 'provider', 'acts'],
    ['provider', 'insured', 'patient', 'acts'],
    ['provider', 'patient', 'insured', 'acts'],
    ['provider', 'acts', 'insured', 'patient'],
    ['insured', 'provider', 'patient', 'acts'],
  ]);
  // What stands side by side must follow each other.
  const base: readonly SectionName[] =
    family === 'columns'
      ? random.pick<readonly SectionName[]>([
          ['insured', 'patient', 'provider', 'acts'],
          ['patient', 'insured', 'provider', 'acts'],
          ['provider', 'patient', 'insured', 'acts'],
          ['insured', 'provider', 'patient', 'acts'],
        ])
      : people;
  return isPaymentLast ? [...base, 'payment'] : base;
}

function dateStyle(language: Language, random: Random): FormDesign['date'] {
  const common = [
    'slash',
    'slash',
    'slash',
    'dash',
    'dash-bare',
    'dots',
    'spaces',
    'iso',
    'dots-short',
  ] as const;
  if (language === 'ar' && random.next() < 0.08)
    return random.pick(['arabic-month', 'eastern-digits'] as const);
  return language === 'fr' && random.next() < 0.08 ? 'month-name' : random.pick(common);
}

function amountStyle(random: Random): FormDesign['amount'] {
  const decimal = random.pick([',', ',', '.'] as const);
  return {
    decimal,
    thousands: decimal === '.' ? random.pick([' ', '']) : random.pick([' ', ' ', '', '.'] as const),
    unit: random.pick(['', '', '', '', 'DH', ' DH', 'Dhs', ' Dhs', ' MAD'] as const),
    isShort: random.next() < 0.12,
  };
}

/** Words each label of a book in one of its ways. */
export function pickLabels(
  book: WordingBook | PharmacyWordingBook | CareTypeWordingBook,
  family: Family,
  random: Random,
): FormDesign['labelOf'] {
  const isShort = family === 'abbreviations';
  const picked = new Map<string, { readonly fr: string; readonly ar: string }>(
    Object.entries(book).map(([name, { fr, short, ar }]) => {
      const wording = random.pick(isShort && short !== undefined ? short : fr);
      return [
        name,
        { fr: family === 'clinic-printout' ? withoutAccents(wording) : wording, ar: random.pick(ar) },
      ];
    }),
  );
  return (name) => {
    const wording = picked.get(name);
    if (wording === undefined) throw new Error(`The form has no wording of ${name}`);
    return wording;
  };
}

/** Old printers have none. */
function withoutAccents(text: string): string {
  return text.replaceAll('’', "'").replaceAll('°', 'o').normalize('NFKD').replace(/\p{M}/gu, '');
}

function unlabelledFields(random: Random): ReadonlySet<LabelName> {
  const candidates: readonly LabelName[] = [
    'immatriculation',
    'cin',
    'insuredName',
    'familyName',
    'givenName',
    'birthDate',
    'address',
    'link',
    'patientName',
    'patientBirthDate',
    'doctorName',
    'inpe',
    'specialty',
    'rib',
    'total',
  ];
  return new Set(candidates.filter(() => random.next() < 0.5));
}

function fontsOf(family: Family, half: Half, random: Random): FormDesign['fonts'] {
  const { sans, serif, mono, arabic } = FONTS[half];
  const isPrintout = family === 'clinic-printout';
  const label = isPrintout ? random.pick(mono) : random.pick(random.next() < 0.75 ? sans : serif);
  const filled = random.next();
  const value = isPrintout ? label : random.pick(filled < 0.45 ? sans : filled < 0.6 ? serif : mono);
  return {
    label,
    value,
    arabic: random.pick(arabic),
    labelSize: random.whole(20, 26) / 2,
    valueSize: random.whole(26, 31) / 2,
    isLabelBold: random.next() < 0.3,
    isValueBold: !isPrintout && random.next() < 0.3,
  };
}
