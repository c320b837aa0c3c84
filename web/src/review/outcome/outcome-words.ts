import { useTranslation } from 'react-i18next';
import type { DecisionPreview } from '../../../../contexts/review/api/review.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { Tone } from '../../ui/states.tsx';

type Outcome = NonNullable<DecisionPreview['outcome']>;

const tones: Readonly<Record<Outcome, Tone>> = {
  approved: 'success',
  'partly-approved': 'success',
  'partly-referred': 'warning',
  referred: 'warning',
  incomplete: 'warning',
  rejected: 'danger',
};

export interface OutcomeWords {
  readonly tone: Tone;
  readonly title: string;
}

/** What becomes of a claim, in one sentence. */
export function useOutcomeWords(): (preview: DecisionPreview) => OutcomeWords {
  const { t } = useTranslation('review');
  const { money } = useFormats();
  return ({ step, outcome, paidCentimes = 0 }) =>
    outcome === undefined
      ? { tone: 'info', title: t(`outcome.step.${step}`) }
      : {
          tone: tones[outcome],
          title: t(`outcome.is.${waysOf(outcome, paidCentimes)}`, { amount: money(paidCentimes) }),
        };
}

/** Of a claim that was paid in part before, the rest may just wait on. */
const waysOf = (outcome: Outcome, paidCentimes: number) =>
  outcome === 'partly-referred' && paidCentimes === 0 ? 'rest-waits' : outcome;

/** Outcomes after which somebody has to look again, or the insured has to come. */
const unfinished: ReadonlySet<Outcome> = new Set(['referred', 'partly-referred', 'incomplete']);

export const isUnfinished = ({ outcome }: DecisionPreview): boolean =>
  outcome !== undefined && unfinished.has(outcome);
