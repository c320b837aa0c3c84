import { useRef, useState } from 'react';
import type { Review, ReviewField } from '../../../../contexts/review/api/review.ts';

import { accept, edited, isOpen, putBack, toValues, type Draft } from '../draft.ts';
import { fieldKey, isDisputed, keepOrder, neighbour, nextToCheck, orderFields } from '../field-order.ts';
import {
  formatFieldValue,
  parseFieldValue,
  type FieldValue,
  type KeyingFault,
} from '../values/field-value.ts';
import { todayInMorocco } from '../../ui/today.ts';
import { focusField, SUBMIT_ID } from './focus-field.ts';
import type { ReviewWork, WorkMode } from './review-work.ts';
import { useSaving } from './use-saving.ts';

type Fault = KeyingFault | 'empty';

const without = <Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> =>
  new Map([...map].filter(([other]) => other !== key));

/**
 * The work of one person on one claim: what is typed, what was decided of each field, and where the focus is.
 * @param stops keys of fields because of which the claim would not go on as it stands
 */
export function useReviewWork(review: Review, mode: WorkMode, stops: ReadonlySet<string>): ReviewWork {
  const saving = useSaving(review, mode === 'review');
  const { draft, setDraft } = saving;
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [faults, setFaults] = useState<ReadonlyMap<string, Fault>>(new Map());
  // A field that the form does not have stays missing when that was said of it: it need not be asked again.
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  // Taking a value moves the focus at once, while the text that it takes the place of still stands here.
  const taken = useRef(new Set<string>());
  const [order, setOrder] = useState(() => orderFields(review.fields));
  const sections = keepOrder(order, review.fields);
  if (sections !== order) setOrder(sections);

  const fields = new Map(review.fields.map((field) => [fieldKey(field), field]));
  const paid = new Set(review.paidFirst?.lines);
  const isPaid = (line: number | undefined): boolean => line !== undefined && paid.has(line);
  const canChange = (field: ReviewField): boolean =>
    !isPaid(field.line) && (mode === 'review' || (mode === 'settle' && isDisputed(field)));
  const isOpenKey = (key: string, of: Draft): boolean => {
    const field = fields.get(key);
    if (field === undefined || !canChange(field)) return false;
    // A correction can make the claim one that two people key: then what was seen has to be keyed blind all the same.
    return (field.isBlind || !seen.has(key)) && isOpen(field, of, stops.has(key));
  };

  const keys = sections.flatMap((section) => section.keys);

  const goTo = (key: string): void => {
    setActive(key);
    focusField(key);
  };
  const goOn = (key: string, of: Draft): void => {
    const next = nextToCheck(sections, key, (candidate) => isOpenKey(candidate, of));
    if (next === undefined) document.getElementById(SUBMIT_ID)?.focus();
    else goTo(next);
  };

  /** Takes a value into the draft and forgets what was typed for it. */
  const take = (field: ReviewField, value: FieldValue): Draft => {
    const key = fieldKey(field);
    const next = accept(draft, field, value);
    taken.current.add(key);
    setDraft(next);
    setSeen((before) => new Set(before).add(key));
    setTexts((before) => without(before, key));
    setFaults((before) => without(before, key));
    return next;
  };

  const textOf = (field: ReviewField): string =>
    texts.get(fieldKey(field)) ?? formatFieldValue(field.kind, edited(field, draft).value);

  /** What stands in the field as a value; its fault is shown where it is none. */
  const keyedIn = (field: ReviewField): { readonly value: FieldValue } | undefined => {
    const key = fieldKey(field);
    const keyed = parseFieldValue(field, textOf(field), todayInMorocco());
    if ('value' in keyed) return keyed;
    setFaults((before) => new Map(before).set(key, keyed.fault));
    return undefined;
  };

  /** That the form has none is said with a key of its own: an empty field alone may mean that nobody looked. */
  const isLeftEmpty = (field: ReviewField): boolean => {
    const key = fieldKey(field);
    const isLeft = textOf(field).trim() === '' && isOpenKey(key, draft);
    if (isLeft) setFaults((before) => new Map(before).set(key, 'empty'));
    return isLeft;
  };

  return {
    review,
    sections,
    mode,
    isEditable: mode === 'review',
    isPaid,
    canChange,
    firstKey: keys.find((key) => isOpenKey(key, draft)) ?? keys[0] ?? '',
    active,
    saveState: saving.state,
    unsavedCount: draft.size,
    problem: saving.problem,
    openCount: [...fields.keys()].filter((key) => isOpenKey(key, draft)).length,
    values: toValues(review, draft),
    fieldOf: (key) => fields.get(key),
    stateOf: (field) => edited(field, draft),
    textOf,
    faultOf: (key) => faults.get(key),
    type: (key, text) => {
      taken.current.delete(key);
      setTexts((before) => new Map(before).set(key, text));
      setFaults((before) => without(before, key));
    },
    enter: setActive,
    leave: (key) => {
      const field = fields.get(key);
      if (field === undefined || !texts.has(key) || taken.current.has(key)) return;
      if (isLeftEmpty(field)) return;
      const keyed = keyedIn(field);
      if (keyed !== undefined) take(field, keyed.value);
    },
    acceptTyped: (key) => {
      const field = fields.get(key);
      if (field === undefined) return;
      if (isLeftEmpty(field)) return;
      const keyed = keyedIn(field);
      if (keyed !== undefined) goOn(key, take(field, keyed.value));
    },
    acceptValue: (key, value) => {
      const field = fields.get(key);
      if (field !== undefined) goOn(key, take(field, value));
    },
    putBack: (key) => {
      setSeen((before) => new Set([...before].filter((other) => other !== key)));
      setDraft((before) => putBack(before, key));
      setTexts((before) => without(before, key));
      setFaults((before) => without(before, key));
    },
    goTo,
    demand: (key) => {
      setFaults((before) => new Map(before).set(key, 'empty'));
      goTo(key);
    },
    step: (key, step) => goTo(neighbour(sections, key, step)),
    save: saving.save,
    addLine: () => {
      void saving.changeLines({ addLines: 1 }).then((after) => {
        // The row of the new line is drawn first.
        if (after !== undefined) setTimeout(() => focusField(`dateOfCare@${after.lineCount - 1}`));
      });
    },
    addBox: () => {
      void saving.changeLines({ addBoxes: 1 }).then((after) => {
        const codes = after?.fields.filter(({ field }) => field === 'medicineCode') ?? [];
        const last = Math.max(...codes.map(({ line = -1 }) => line));
        if (codes.length > 0) setTimeout(() => focusField(`medicineCode@${last}`));
      });
    },
    removeLine: (line) => void saving.changeLines({ removeLines: [line] }),
  };
}
