import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { useWork, type ReviewWork } from '../work/review-work.ts';

interface Boxes {
  readonly boxes: number;
  readonly priceCentimes: number;
}

/** Boxes and price of a line as they stand now; undefined where one of them is missing, or is to be keyed unseen. */
function boxesAt({ fieldOf, stateOf }: ReviewWork, line: number): Boxes | undefined {
  const numberAt = (name: string): number | undefined => {
    const field = fieldOf(`${name}@${line}`);
    const value = field === undefined || field.isBlind ? undefined : stateOf(field).value;
    return typeof value === 'number' ? value : undefined;
  };
  const boxes = numberAt('boxes');
  const priceCentimes = numberAt('unitPriceCentimes');
  return boxes === undefined || priceCentimes === undefined ? undefined : { boxes, priceCentimes };
}

/** What the boxes of a line come to. */
export function BoxesSum({ line }: { readonly line: number }) {
  const { t } = useTranslation('review');
  const { money } = useFormats();
  const found = boxesAt(useWork(), line);
  if (found === undefined) return null;
  const { boxes, priceCentimes } = found;
  return (
    <bdi className="field-confidence">
      {t('medicines.sum', { boxes, price: money(priceCentimes), sum: money(boxes * priceCentimes) })}
    </bdi>
  );
}

/** What all boxes come to, to hold against the pharmacy's invoice; nothing while a line is incomplete. */
export function MedicinesTotal() {
  const { t } = useTranslation('review');
  const { money } = useFormats();
  const work = useWork();
  const lines = medicineLines(work);
  const sums = lines.map((line) => boxesAt(work, line));
  const known = sums.filter((sum) => sum !== undefined);
  if (known.length === 0 || known.length < lines.length) return null;
  const sum = known.reduce((total, { boxes, priceCentimes }) => total + boxes * priceCentimes, 0);
  return (
    <span className="field-confidence">{t('medicines.total', { count: lines.length, sum: money(sum) })}</span>
  );
}

const medicineLines = ({ review }: ReviewWork): readonly number[] =>
  review.fields.flatMap(({ field, line }) => (field === 'medicineCode' && line !== undefined ? [line] : []));

/** Whether a line holds boxes of a medicine. */
export const isMedicineLine = ({ fieldOf }: ReviewWork, line: number | undefined): boolean =>
  line !== undefined && fieldOf(`medicineCode@${line}`) !== undefined;
