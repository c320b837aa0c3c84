import type { ValueLabelName } from '../value-kinds.ts';

export type SectionName = 'insured' | 'patient' | 'provider' | 'payment';

export type ColumnName =
  | 'date'
  | 'actCode'
  | 'keyLetter'
  | 'coefficient'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'diagnosis'
  | 'stamp'
  | 'rowNumber'
  | 'description';

export type LabelName =
  /** Of a value that is read. */
  | ValueLabelName
  | 'title'
  | 'otherTitle'
  | 'continued'
  | 'link'
  | 'optionInsured'
  | 'optionSpouse'
  | 'optionChild'
  | 'sex'
  | 'optionMale'
  | 'optionFemale'
  | 'doneAt'
  | 'optionPriorApproval'
  | 'optionExecution'
  | 'optionIllness'
  | 'optionMaternity'
  | 'optionHospitalisation'
  | 'optionAccident'
  /** Printed text that is neither a label of a value that is read nor a value. */
  | 'ignored'
  /** Printed in or beside a field to say how to fill it in. */
  | 'hint'
  | `section.${SectionName}`
  | `column.${ColumnName}`;

export interface LabelEntry {
  readonly name: LabelName;
  readonly phrases: readonly string[];
  /** Words that also stand in running text: a label only when a colon follows. */
  readonly needsColon?: boolean;
}
