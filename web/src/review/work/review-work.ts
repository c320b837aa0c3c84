import { createContext, use } from 'react';
import type { Review, ReviewField } from '../../../../contexts/review/api/review.ts';
import type { FieldChange, FieldState } from '../draft.ts';
import type { FieldSection } from '../field-order.ts';
import type { FieldValue, KeyingFault } from '../values/field-value.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

/**
 * What one may do here: look, review (what is keyed is stored by itself), or settle what two people keyed differently (stored
 * when it is settled).
 */
export type WorkMode = 'read' | 'review' | 'settle';

/** What a field's row needs to know and can do; one for the whole page. */
export interface ReviewWork {
  readonly review: Review;
  readonly sections: readonly FieldSection[];
  readonly mode: WorkMode;
  /** Whether lines may be added and removed. */
  readonly isEditable: boolean;
  /** Whether a line was paid while others waited: it stands as it was paid. */
  readonly isPaid: (line: number | undefined) => boolean;
  /** Whether this field may be changed: of a dispute only what was keyed differently, of a paid line nothing. */
  readonly canChange: (field: ReviewField) => boolean;
  /** Where the work starts. */
  readonly firstKey: string;
  readonly saveState: SaveState;
  readonly unsavedCount: number;
  /** Why the last attempt to store it failed. */
  readonly problem: unknown;
  /** Fields that still have to be looked at. */
  readonly openCount: number;
  /** Key of the field in the focus, or the one that had it last. */
  readonly active: string | undefined;
  /** What was decided and is not stored, as values. */
  readonly values: readonly FieldChange[];
  readonly fieldOf: (key: string) => ReviewField | undefined;
  /** The field as it stands with what was done to it since. */
  readonly stateOf: (field: ReviewField) => FieldState;
  readonly textOf: (field: ReviewField) => string;
  readonly faultOf: (key: string) => KeyingFault | 'empty' | undefined;
  readonly type: (key: string, text: string) => void;
  readonly enter: (key: string) => void;
  /** Takes what was typed, without going on. */
  readonly leave: (key: string) => void;
  readonly acceptTyped: (key: string) => void;
  readonly acceptValue: (key: string, value: FieldValue) => void;
  readonly putBack: (key: string) => void;
  readonly goTo: (key: string) => void;
  /** Goes to a field and says that it has to be keyed. */
  readonly demand: (key: string) => void;
  readonly step: (key: string, step: 1 | -1) => void;
  /** Stores what was done; settles with the review as it is then, or undefined where it could not be stored. */
  readonly save: () => Promise<Review | undefined>;
  readonly addLine: () => void;
  /** Adds boxes of a medicine that the reader missed, to be found by name or code. */
  readonly addBox: () => void;
  readonly removeLine: (line: number) => void;
}

export const ReviewWorkContext = createContext<ReviewWork | undefined>(undefined);

/** The work on the claim of this page. */
export function useWork(): ReviewWork {
  const work = use(ReviewWorkContext);
  if (work === undefined) throw new Error('A field of a review stands outside of a review');
  return work;
}
