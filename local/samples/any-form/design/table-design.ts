export type Ruling = 'full' | 'rows' | 'columns' | 'outside' | 'none' | 'dashes';

export type ColumnName =
  | 'number'
  | 'date'
  | 'letter'
  | 'coefficient'
  | 'cotation'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'description'
  | 'disease'
  | 'inpe'
  | 'stamp';

/** How a table of acts looks. */
export interface TableDesign {
  /** In reading order of the form: from the right where it is written from right to left. */
  readonly columns: readonly ColumnName[];
  /** Rows of the form's own provider leave his number out; absent where it stands in each row. */
  readonly isOwnInpeLeftOut?: boolean;
  readonly hasHeader: boolean;
  readonly ruling: Ruling;
  readonly rowHeight: number;
  /** Rows that stand empty below the acts. */
  readonly emptyRows: number;
  /** `K16`, `K 16`, `K.16`, `K x16`, `K=16`. */
  readonly cotationJoint: '' | ' ' | '.' | ' x' | '=';
  /** A coefficient of 1 is written. */
  readonly isOneWritten: boolean;
  readonly hasCentimesColumn: boolean;
  readonly hasDateCells: boolean;
  readonly total: 'row' | 'below' | 'box' | 'start';
  readonly alignment: 'left' | 'centre' | 'amounts-right';
}
