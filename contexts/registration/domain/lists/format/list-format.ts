/** A column of a published format: the name in English is also the key in JSON Lines. */
export interface ListColumn<Name extends string = string> {
  readonly name: Name;
  /** Other spellings of the header, without accents, capitals and punctuation: `date de naissance`. */
  readonly aliases: readonly string[];
  /** `or`: this column or that one, or both. */
  readonly need: 'required' | 'optional' | { readonly or: string };
  /** For senders: what a cell holds. */
  readonly description: string;
  readonly example: string;
}

/** Cell of a line by column; '' where the list has no such column, or the cell is empty. */
export type CellOf<Name extends string> = (name: Name) => string;

export type ColumnName<Columns extends readonly ListColumn[]> = Columns[number]['name'];
