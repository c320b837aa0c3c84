import './outcome.css';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/states.tsx';
import { useWork } from '../work/review-work.ts';
import { MessagePreview } from './message-preview.tsx';
import { OutcomeStops } from './outcome-stops.tsx';
import { useOutcomeWords } from './outcome-words.ts';
import type { Preview } from './use-preview.ts';

/** What validating the claim would do now: the decision, what stops it, and the SMS. It follows each change. */
export function OutcomePanel({ preview, isOld, problem }: Preview) {
  const { t } = useTranslation('review');
  const words = useOutcomeWords();
  const { saveState } = useWork();
  if (preview === undefined)
    return problem === null || problem === undefined ? null : (
      <Notice tone="neutral" title={t('outcome.unknown')} />
    );
  const { tone, title } = words(preview);
  const isBehind = isOld || saveState !== 'saved';
  return (
    <section
      className={`outcome${isBehind ? ' behind' : ''}`}
      aria-label={t('outcome.title')}
      aria-busy={isBehind}
    >
      <Notice tone={tone} title={`${t('outcome.title')} : ${title}`}>
        {preview.findings.length > 0 && <OutcomeStops findings={preview.findings} />}
        {preview.message !== undefined && <MessagePreview message={preview.message} />}
      </Notice>
    </section>
  );
}
