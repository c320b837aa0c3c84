/** The ground truth of a drawn page, in the shape of the project's sample scans, with the polygons added. */

export interface TruthBox {
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
}

/** A corner as ratios 0..1 of the page image. */
export interface TruthPoint {
  readonly x: number;
  readonly y: number;
}

/** Clockwise from the text's own top left. */
export type TruthPolygon = readonly [TruthPoint, TruthPoint, TruthPoint, TruthPoint];

export interface TruthWord {
  /** The text. */
  readonly t: string;
  /** Name of the field it belongs to (`actes.0.montant`), or null for a printed label. */
  readonly f: string | null;
  readonly box: TruthBox;
  readonly polygon: TruthPolygon;
  /** Inside a rubber stamp, over other print. */
  readonly stamp?: true;
  /** Written in cells, one character each; then `cells` has each character's place. */
  readonly comb?: true;
  readonly cells?: readonly { readonly t: string; readonly polygon: TruthPolygon }[];
  readonly arabic?: true;
}

export interface TruthCheckBox {
  /** `beneficiaire.assure`, `sexe.M`, `objet.execution`, ... */
  readonly name: string;
  readonly selected: boolean;
  readonly box: TruthBox;
  readonly polygon: TruthPolygon;
}

/** An act as it is printed on the form. */
export interface CareFormActFields {
  /** JJ/MM/AAAA. */
  readonly date: string;
  /** Key letter (lettre clé). */
  readonly code: string;
  readonly coefficient: string;
  /** With a comma and two decimals; a space parts the thousands. */
  readonly montant: string;
  /** How often it was done, where the form has a column for it. */
  readonly quantite?: string;
  /** INPE of whoever gave this act, where the form has one for each row. */
  readonly inpe?: string;
}

/** What is printed on a care form, field by field, as it is printed. A field that is absent was left empty. */
export interface CareFormFields {
  readonly objet?: 'execution' | 'entente_prealable';
  readonly dossier?: string;
  readonly immatriculation?: string;
  readonly cin?: string;
  readonly nom_prenom?: string;
  /** JJ/MM/AAAA. */
  readonly date_naissance?: string;
  readonly adresse?: string;
  readonly montant_frais?: string;
  readonly pieces_jointes?: string;
  readonly beneficiaire?: 'assure' | 'conjoint' | 'enfant';
  /** Kind of care, where the form has boxes for it. */
  readonly type_soins?: 'maladie' | 'maternite' | 'hospitalisation' | 'accident';
  readonly sexe?: 'M' | 'F';
  readonly patient?: string;
  readonly patient_naissance?: string;
  readonly patient_cin?: string;
  readonly medecin?: string;
  readonly inpe?: string;
  readonly specialite?: string;
  readonly actes: readonly CareFormActFields[];
  /** Of the acts alone, on forms with medicines. */
  readonly total_actes?: string;
  readonly total?: string;
  /** 24 digits. */
  readonly rib?: string;
  readonly ville?: string;
  readonly date_signature?: string;
  /** Absent on forms without medicines. */
  readonly pharmacie?: PharmacyFields;
}

/** What the pharmacy's part of a form says, and the sheets behind it. */
export interface PharmacyFields {
  readonly nom?: string;
  readonly inpe?: string;
  /** Day of dispensing, JJ/MM/AAAA. */
  readonly date?: string;
  readonly total?: string;
  /** The printed list; empty where there is none. */
  readonly medicaments: readonly MedicineRowFields[];
  /** One a box. */
  readonly vignettes: readonly BoxLabelFields[];
  readonly ordonnance?: { readonly page: number; readonly date: string };
  readonly facture?: {
    readonly page: number;
    readonly date: string;
    readonly inpe: string;
    readonly total: string;
    readonly medicaments: readonly MedicineRowFields[];
  };
}

/** A row of a printed list of medicines. */
export interface MedicineRowFields {
  readonly nom: string;
  /** EAN-13. */
  readonly code?: string;
  readonly quantite?: string;
  /** Of a box. */
  readonly prix?: string;
  readonly montant?: string;
}

/** How the label of a box lies on its sheet, and what is over it. */
export type LabelCondition = 'flat' | 'askew' | 'upright' | 'pen' | 'stamp' | 'torn';

/** A label cut from a box. */
export interface BoxLabelFields {
  /** EAN-13, as its bars and its print have it. */
  readonly code: string;
  readonly nom: string;
  readonly prix: string;
  readonly lot?: string;
  readonly peremption?: string;
  readonly page: number;
  readonly condition: LabelCondition;
}

/** The fields that are one text each. */
export type TextField = Exclude<
  keyof CareFormFields,
  'actes' | 'objet' | 'beneficiaire' | 'type_soins' | 'sexe' | 'pharmacie'
>;

export interface TruthBarcode {
  readonly symbology: 'EAN_13' | 'DATA_MATRIX';
  readonly text: string;
  readonly condition: LabelCondition;
  readonly box: TruthBox;
  readonly polygon: TruthPolygon;
}

export interface PageTruth {
  readonly id: string;
  readonly image: { readonly width: number; readonly height: number; readonly dpi: number };
  readonly degradation: Readonly<Record<string, unknown>>;
  /** Absent on a page that is no care form. */
  readonly fields?: CareFormFields;
  readonly words: readonly TruthWord[];
  readonly checkBoxes: readonly TruthCheckBox[];
  /** On the labels of boxes; absent where there are none. */
  readonly barcodes?: readonly TruthBarcode[];
}
