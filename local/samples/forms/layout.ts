import type { LatinFont } from '../drawing/fonts.ts';
import type { Tick } from '../drawing/marks.ts';
import type { TextField } from '../truth.ts';
import type { CheckGroup, COLUMN_LABELS, Label } from './labels.ts';

/** How a form was filled in: printed labels in one font, values in another. */
export interface FormLook {
  readonly labelFont: LatinFont;
  readonly valueFont: LatinFont;
  /** In units of 1/96 inch. */
  readonly valueSize: number;
  readonly valueBold?: boolean;
  readonly ink: string;
  readonly tick: Tick;
}

/** Where the label of a field stands, seen from its value. */
type LabelPlace =
  /** French to the left, Arabic at the right edge, the value between them on dots. */
  | 'left'
  /** French and Arabic in small print above the value, which has a box of its own. */
  | 'above'
  /** Arabic first, then French, then the value. */
  | 'arabic-first';

/** One field in a row; `share` is its part of the row's width. */
export type Slot =
  | { readonly kind: 'text'; readonly field: TextField; readonly label: Label; readonly share?: number }
  | {
      readonly kind: 'comb';
      readonly field: TextField;
      readonly label: Label;
      readonly share?: number;
      /** Cells between separators: `[2, 2, 4]` and `/` for a date. */
      readonly groups: readonly number[];
      readonly separator?: string;
    }
  | { readonly kind: 'checks'; readonly group: CheckGroup; readonly label?: Label; readonly share?: number };

export interface Section {
  readonly title: Label;
  readonly rows: readonly (readonly Slot[])[];
  /** The table of acts follows the rows. */
  readonly table?: TableLayout;
}

export type ColumnKey = keyof typeof COLUMN_LABELS;

export interface TableLayout {
  readonly columns: readonly { readonly key: ColumnKey; readonly share: number; readonly label?: Label }[];
  readonly rowHeight: number;
  readonly rows: number;
}

/** A layout of the care form: what is printed where, as data. */
export interface FormLayout {
  readonly title: Label;
  /** References printed under the title. */
  readonly reference?: string;
  readonly labelPlace: LabelPlace;
  readonly rowHeight: number;
  /** Distance from a field's left edge to its value, where the label stands on the same row. */
  readonly valueOffset: number;
  readonly cellWidth: number;
  readonly sections: readonly Section[];
}
