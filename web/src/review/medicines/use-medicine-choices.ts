import { normaliseArticleNumber } from '../../../../contexts/shared/identifiers/article-number.ts';
import { asciiDigits } from '../../../../contexts/shared/identifiers/digits.ts';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { fieldKey } from '../field-order.ts';
import { useWork } from '../work/review-work.ts';

export type ListedMedicine = components['schemas']['Medicine'];

type Proposal = components['schemas']['MedicineProposals']['proposals'][number];

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
const LEAST_PERCENT = 60;
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
  const isAsked = field.field === 'medicineCode';
  const valueOf = (key: string): string | number | null => {
    const other = work.fieldOf(key);
    return other === undefined ? null : work.stateOf(other).value;
  };
  const day = valueOf(`dispensedOn@${field.line ?? ''}`) ?? valueOf('dispensedOn');
  const price = valueOf(`unitPriceCentimes@${field.line ?? ''}`);
  const shown = work.textOf(field).trim();
  const text = useSettled(shown, PAUSE_MILLISECONDS).slice(0, MOST_LETTERS);
  const code = normaliseArticleNumber(asciiDigits(text));
  const isName = code === undefined && isNameText(text);
  const onDay = typeof day === 'string' ? { day } : {};

  const found = api.useQuery(
    'get',
    '/api/console/medicines',
    { params: { query: { text: code ?? text, limit: MOST_CHOICES, ...onDay } } },
    { ...options, enabled: isAsked && (code !== undefined || isName) },
  );
  const isFound = (found.data?.medicines.length ?? 0) > 0;
  // No code, or one that is none of the list's: the name beside it may say which box it is.
  const isCodeOfNone = code === undefined ? !isName : found.isSuccess && !isFound;
  const printed =
    isCodeOfNone && work.canChange(field) && work.active === fieldKey(field) ? field.printedName : undefined;
  const named = printed ?? (isName && found.isSuccess && !isFound ? text : undefined);
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
  if (code !== undefined && isFound) return { ...NOTHING, known: found.data?.medicines[0] };
  if (found.isFetching || proposed.isFetching || (text !== shown && isNameText(shown)))
    return { ...NOTHING, state: 'searching' };
  const choices =
    named === undefined
      ? ofPrice(isName ? found.data?.medicines : [], price)
      : likeEnough(proposed.data?.proposals);
  if (choices.length > 0)
    return { known: undefined, choices: choices.slice(0, MOST_CHOICES), state: 'found' };
  if (code !== undefined) return { ...NOTHING, state: found.isSuccess ? 'unknown-code' : 'idle' };
  return { ...NOTHING, state: isName ? 'nothing' : 'idle' };
}

/** Names that begin alike are many; those that are much alike are few. */
const likeEnough = (proposals: readonly Proposal[] = []): readonly MedicineChoice[] =>
  proposals.filter(({ namePercent }) => namePercent >= LEAST_PERCENT);

const isNameText = (text: string): boolean => /\p{L}/u.test(text) && text.length >= LEAST_LETTERS;

/** Of packs with one name the one at the price of the form comes first. */
function ofPrice(
  medicines: readonly ListedMedicine[] = [],
  price: string | number | null,
): readonly MedicineChoice[] {
  return medicines
    .map((medicine) => ({ medicine, isPriceEqual: medicine.price?.ppvCentimes === price }))
    .toSorted((a, b) => Number(b.isPriceEqual) - Number(a.isPriceEqual));
}
