import type { LatinFont } from '../../drawing/fonts.ts';
import type { Ruling, TableDesign } from './table-design.ts';

export type MedicineColumnName = 'number' | 'code' | 'name' | 'quantity' | 'unitPrice' | 'amount';

/** A printed list of medicines, on a form or an invoice. */
export interface MedicineTableDesign {
  /** In reading order of the form. Without a quantity, each box has a row of its own. */
  readonly columns: readonly MedicineColumnName[];
  readonly hasHeader: boolean;
  readonly ruling: Ruling;
  readonly rowHeight: number;
  readonly emptyRows: number;
  readonly hasCentimesColumn: boolean;
  readonly alignment: TableDesign['alignment'];
}

/** How a maker prints the label of a box. */
export interface BoxLabelDesign {
  /** Where the price stands from the bars. */
  readonly price: 'below' | 'above' | 'before' | 'after';
  readonly name: 'above' | 'below';
  readonly lot: 'beside-price' | 'own-line' | 'none';
  readonly digits: 'solid' | 'grouped';
  readonly symbology: 'EAN_13' | 'DATA_MATRIX' | 'both';
  readonly background: string;
  /** Behind the price. */
  readonly priceBackground: string | undefined;
  /** Width of the narrowest bar, in page units. */
  readonly module: number;
  readonly barHeight: number;
  /** Before price, lot and expiry. */
  readonly words: { readonly price: string; readonly lot: string; readonly expiry: string };
  readonly font: LatinFont;
  readonly isNameBold: boolean;
  readonly decimal: ',' | '.';
  readonly unit: 'DH' | 'DHS' | 'dhs' | '';
  readonly expiry: 'MM/YY' | 'MM/YYYY' | 'MM-YYYY';
}

export interface PrescriptionDesign {
  readonly head: 'left' | 'centre' | 'both-sides';
  readonly isHandwritten: boolean;
  readonly numbering: '1/' | '-' | '1)' | '';
  /** What the doctor says of each: how often and how long. */
  readonly use: 'below' | 'beside';
  /** Labels beside the lines, or below all of them. */
  readonly labels: 'beside' | 'below';
}

export interface InvoiceDesign {
  readonly table: MedicineTableDesign;
  readonly head: 'left' | 'centre';
  readonly isCustomerNamed: boolean;
}

/** How the part of a form that a pharmacy fills in looks, and the sheets that come with it. */
export interface PharmacyDesign {
  /** Name of the structure; with that of the form it belongs to one half. */
  readonly structure: string;
  readonly place: 'after-acts' | 'before-acts' | 'before-provider' | 'last' | 'second-page';
  readonly items: readonly ('name' | 'inpe' | 'date' | 'total')[];
  readonly list: MedicineTableDesign | undefined;
  /** Where the sum of the medicines stands; an item of its own is among the items. */
  readonly listTotal: TableDesign['total'] | 'none';
  readonly hasActsTotal: boolean;
  readonly grandTotal: 'below' | 'box' | 'start' | 'bar';
  readonly labelsOn: 'form' | 'prescription' | 'invoice';
  readonly labelsFrame: 'dashed' | 'box' | 'none';
  readonly hasLabelsCaption: boolean;
  readonly boxLabels: readonly [BoxLabelDesign, ...BoxLabelDesign[]];
  readonly stamp: {
    readonly shape: 'rectangle' | 'round' | 'bare';
    readonly hasInpe: boolean;
    readonly hasDate: boolean;
    readonly place: 'labels' | 'total';
  };
  readonly prescription: PrescriptionDesign | undefined;
  readonly invoice: InvoiceDesign | undefined;
}
