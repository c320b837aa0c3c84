import type { LabelName } from '../wordings/label-wordings.ts';

interface Labelled {
  /** Name of the field in the truth; absent: not a field, but what stands beside them (a phone number). */
  readonly field?: string;
  readonly label: LabelName;
}

/** One thing that a form says, as it says it. */
export type FormItem = Labelled &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'cells'; readonly text: string; readonly cellCount: number }
    | {
        readonly kind: 'ticks';
        readonly field: string;
        readonly options: readonly {
          readonly name: LabelName;
          readonly value: string;
          readonly isTicked: boolean;
        }[];
        readonly isBoxAfter: boolean;
      }
  );
