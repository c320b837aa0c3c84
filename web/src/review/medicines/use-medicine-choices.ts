import { normaliseArticleNumber } from '../../../../contexts/shared/identifiers/article-number.ts';
import { asciiDigits } from '../../../../contexts/shared/identifiers/digits.ts';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { fieldKey } from '../field-order.ts';
import { useWork } from '../work/review-work.ts';

export type ListedMedicine = components['schemas']['Medicine'];

export interface MedicineChoice {
  readonly medicine: ListedMedicine;
  /** The price on the form is its public price of the day. */
  readonly isPriceEqual: boolean;
}

/** What the list says about the code of a box, or which medicines a name can mean. */
export interface MedicineChoices {
  /** The medicine of the code that stands in the field. */
  readonly known: ListedMedicine | undefined;
  /** Medicines to pick one of, the best first. */
  readonly choices: readonly MedicineChoice[];
  readonly state: 'idle' | 'searching' | 'unknown-code' | 'nothing' | 'found';
}

const NOTHING: MedicineChoices = { known: undefined, choices: [], state: 'idle' };
const PAUSE_MILLISECONDS = 250;
const LEAST_LETTERS = 2;
/** As many as there are keys for. */
const MOST_CHOICES = 9;
const MOST_LETTERS = 100;
/** A list changes a few times a year. */
const options = { staleTime: 300_000, retry: 1 } as const;

/**
 * Looks the content of a medicine's code up: a code by itself; letters as the beginning of a name, then by likeness; and where
 * nothing stands there, the name that is printed beside it. A person picks one, none is taken by itself.
 */
export function useMedicineChoices(field: ReviewField): MedicineChoices {
  const work = useWork();
  const isAsked = field.field === 'medicineCode' && work.canChange(field);
  const valueOf = (key: string): string | number | null => {
    const other = work.fieldOf(key);
    return other === undefined ? null : work.stateOf(other).value;
  };
  const day = valueOf('dispensedOn');
  const price = valueOf(`unitPriceCentimes@${field.line ?? ''}`);
  const shown = work.textOf(field).trim();
  const text = useSettled(shown, PAUSE_MILLISECONDS).slice(0, MOST_LETTERS);
  const code = normaliseArticleNumber(asciiDigits(text));
  const isName = code === undefined && /\p{L}/u.test(text) && text.length >= LEAST_LETTERS;
  const onDay = typeof day === 'string' ? { day } : {};
  const isActive = work.active === fieldKey(field);

  const found = api.useQuery(
    'get',
    '/api/console/medicines',
    { params: { query: { text: code ?? text, limit: MOST_CHOICES, ...onDay } } },
    { ...options, enabled: isAsked && (code !== undefined || isName) },
  );
  const hasNoBeginning = isName && found.data?.medicines.length === 0;
  const printed = text === '' && isActive ? field.printedName : undefined;
  const named = printed ?? (hasNoBeginning ? text : undefined);
  const proposed = api.useQuery(
    'get',
    '/api/console/medicines/proposals',
    {
      params: {
        query: {
          name: (named ?? '').slice(0, MOST_LETTERS),
          dispensedOn: typeof day === 'string' ? day : '',
          ...(typeof price === 'number' ? { priceCentimes: price } : {}),
        },
      },
    },
    { ...options, enabled: isAsked && named !== undefined && typeof day === 'string' },
  );

  if (!isAsked) return NOTHING;
  if (code !== undefined) {
    const known = found.data?.medicines[0];
    return { known, choices: [], state: found.isSuccess && known === undefined ? 'unknown-code' : 'idle' };
  }
  if (named === undefined && !isName) return NOTHING;
  const choices: readonly MedicineChoice[] =
    named === undefined
      ? (found.data?.medicines ?? []).map((medicine) => ({
          medicine,
          isPriceEqual: typeof price === 'number' && medicine.price?.ppvCentimes === price,
        }))
      : (proposed.data?.proposals ?? []);
  // Of packs with one name the one at this price comes first.
  const ranked =
    named === undefined
      ? choices.toSorted((a, b) => Number(b.isPriceEqual) - Number(a.isPriceEqual))
      : choices;
  if (found.isFetching || proposed.isFetching || text !== shown)
    return { known: undefined, choices: [], state: 'searching' };
  return {
    known: undefined,
    choices: ranked.slice(0, MOST_CHOICES),
    state: ranked.length === 0 ? 'nothing' : 'found',
  };
}
