import type { ArabicFont, LatinFont } from '../../drawing/fonts.ts';
import type { Tick } from '../../drawing/marks.ts';
import type { AmountStyle, DateStyle, RibStyle } from '../content/print-styles.ts';
import type { PharmacyDesign } from './pharmacy-design.ts';
import type { TableDesign } from './table-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';

/** Coarse classes of structure: figures are given for each. */
export const FAMILIES = [
  'labels-before',
  'labels-above',
  'labels-below',
  'labels-after',
  'arabic-only',
  'arabic-first',
  'abbreviations',
  'cells',
  'columns',
  'clinic-printout',
  'unlabelled',
  'crowded',
] as const;
export type Family = (typeof FAMILIES)[number];

export type Language = 'fr' | 'ar' | 'both';
export type LabelPlace = 'before' | 'above' | 'below' | 'after';
export type SectionName = 'insured' | 'patient' | 'provider' | 'acts' | 'pharmacy' | 'payment';
export type ValueFrame = 'none' | 'line' | 'dots' | 'box' | 'grid';
export type Packing = 'one-a-line' | 'tabs' | 'flow' | 'grid-2' | 'grid-3';
export type SectionTitle = 'bar' | 'dark-bar' | 'bold' | 'rule' | 'none';
/** How a form looks and where things stand on it: all of it but its contents. */
export interface FormDesign {
  readonly family: Family;
  /** Name of the structure, by which it belongs to one half. */
  readonly structure: string;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly labelPlace: LabelPlace;
  /** Where the Arabic label stands when there are two. */
  readonly arabicPlace: 'beside' | 'far' | 'stacked';
  readonly colon: '' | ':' | ' :';
  readonly labelOf: (name: LabelName) => { readonly fr: string; readonly ar: string };
  /** Fields whose label is not printed. */
  readonly unlabelled: ReadonlySet<LabelName>;
  readonly hints: boolean;
  readonly sections: readonly SectionName[];
  readonly isTwoColumns: boolean;
  readonly sectionTitle: SectionTitle;
  readonly numbering: '' | 'A. ' | '1. ' | 'I - ';
  readonly hasSectionFrames: boolean;
  readonly packing: Packing;
  readonly valueFrame: ValueFrame;
  readonly cells: {
    readonly numbers: boolean;
    readonly dates: boolean;
    readonly names: boolean;
    readonly style: 'boxes' | 'comb' | 'apart';
    /** Between the parts of a date in cells. */
    readonly dateSeparator: '' | '/' | ' ';
  };
  readonly name: 'family-first' | 'given-first' | 'apart' | 'apart-given-first';
  readonly date: DateStyle;
  readonly amount: AmountStyle;
  readonly rib: RibStyle;
  readonly link: 'ticks' | 'letter' | 'word' | 'absent';
  readonly linkLetters: Readonly<Record<'insured' | 'spouse' | 'child', string>>;
  /** Nothing of the patient is printed where it is the insured. */
  readonly isPatientPartOmitted: boolean;
  readonly has: {
    readonly address: boolean;
    readonly phone: boolean;
    readonly sex: boolean;
    readonly specialty: boolean;
    readonly dossier: boolean;
    readonly purpose: boolean;
    readonly expenses: boolean;
    readonly attachments: boolean;
    readonly ice: boolean;
    readonly taxNumber: boolean;
    readonly rib: boolean;
    readonly birthDate: boolean;
    readonly arabicNames: boolean;
  };
  readonly inpeIn: { readonly field: boolean; readonly sticker: boolean; readonly stamp: boolean };
  readonly symbology: 'code39' | 'code128';
  readonly stamp: {
    readonly shape: 'rectangle' | 'round' | 'bare';
    readonly isOverValues: boolean;
    readonly hasReception: boolean;
  };
  readonly table: TableDesign;
  /** Where the boxes for the kind of care stand; absent on forms without them. */
  readonly careType?: { readonly part: 'patient' | 'provider'; readonly isBoxAfter: boolean };
  /** Absent on forms without medicines. */
  readonly pharmacy?: PharmacyDesign;
  readonly fonts: {
    readonly label: LatinFont;
    readonly value: LatinFont;
    readonly arabic: ArabicFont;
    readonly labelSize: number;
    readonly valueSize: number;
    readonly isLabelBold: boolean;
    readonly isValueBold: boolean;
  };
  readonly ink: string;
  readonly accent: string;
  readonly paper: string;
  readonly tick: Tick;
  readonly margin: number;
  readonly lineGap: number;
  /** Of all print, against the usual; smaller where it would not go on the page. */
  readonly size: number;
}
