import { useTranslation } from 'react-i18next';
import type { DecisionPreview } from '../../../../contexts/review/api/review.ts';
import { establishmentOfChannel } from '../../../../contexts/intake/domain/upload-key.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useMe } from '../../app/use-me.ts';
import { Button, ButtonLink, type ButtonVariant } from '../../ui/button.tsx';
import { Badge, Day } from '../../ui/values.tsx';
import type { DialogName } from '../dialogs/dialog-props.ts';
import { shortcuts } from '../keyboard.ts';
import { isUnfinished } from '../outcome/outcome-words.ts';
import { SUBMIT_ID, TAKE_ID } from '../work/focus-field.ts';
import { useWork, type WorkMode } from '../work/review-work.ts';
import { canTake } from '../work/work-mode.ts';
import { SaveIndicator } from './save-indicator.tsx';
import type { Hold } from './use-hold.ts';

interface ReviewHeadProps {
  /** What becomes of the claim; absent while that is not known. */
  readonly preview: DecisionPreview | undefined;
  readonly mode: WorkMode;
  readonly hold: Hold;
  readonly steps: ReadonlySet<DialogName>;
  readonly onOpen: (name: DialogName) => void;
  readonly onRelease: () => void;
  /** Shows what is on file around the claim, or hides it; absent where that is not for this reader. */
  readonly onSurroundings: (() => void) | undefined;
}

interface Step {
  readonly name: DialogName;
  readonly label: string;
  readonly variant?: ButtonVariant;
}

/** Above scan and fields: where the claim is, and what can be done with it. */
export function ReviewHead({
  preview,
  mode,
  hold,
  steps,
  onOpen,
  onRelease,
  onSurroundings,
}: ReviewHeadProps) {
  const { t } = useTranslation(['review', 'words']);
  const { time } = useFormats();
  const me = useMe();
  const { review, openCount } = useWork();
  const shown: readonly Step[] = [
    { name: 'submit', label: t('submit.action'), variant: 'primary' },
    { name: 'settle', label: t('settle.action'), variant: 'primary' },
    { name: 'document', label: t('document.action') },
    { name: 'split', label: t('split.action') },
    { name: 'override', label: t('override.action') },
    { name: 'escalate', label: t('escalate.action') },
    { name: 'reject', label: t('reject.action'), variant: 'danger' },
    { name: 'history', label: t('history.action'), variant: 'quiet' },
    { name: 'shortcuts', label: t('shortcuts.show'), variant: 'quiet' },
  ];
  return (
    <div className="review-head">
      <div className="review-facts">
        <ButtonLink href="/console/queue" size="small" variant="quiet">
          {t('backToQueue')}
        </ButtonLink>
        <Badge tone={review.state === 'CLOSED' ? 'neutral' : 'info'}>
          {t(`words:reviewState.${review.state}`)}
        </Badge>
        <Badge tone="neutral">{t(`words:group.${review.group}`)}</Badge>
        {establishmentOfChannel(review.channelId) !== undefined && (
          <Badge tone="warning">{t('filedByEstablishment')}</Badge>
        )}
        <span>
          <Day iso={review.depositDate} /> · {t('words:waitingDays', { count: review.waitingDays })}
        </span>
        {review.formsInFile > 1 && (
          <span>{t('formOf', { number: review.formNumber, count: review.formsInFile })}</span>
        )}
        {mode !== 'read' && review.heldUntil !== undefined && (
          <span>{t('taken', { time: time(review.heldUntil) })}</span>
        )}
        {mode !== 'read' && (
          <span aria-live="polite">
            <strong>
              {openCount === 0 && preview !== undefined && isUnfinished(preview)
                ? t('outcome.checkedBut')
                : t('toCheck', { count: openCount })}
            </strong>
          </span>
        )}
        {mode === 'review' && <SaveIndicator />}
      </div>
      <div className="button-row">
        {mode === 'read' && canTake(review, me) && (
          <Button id={TAKE_ID} variant="primary" isPending={hold.isPending} onPress={hold.take}>
            {t('take')}
          </Button>
        )}
        {shown
          .filter(({ name }) => steps.has(name))
          .map(({ name, label, variant = 'secondary' }) => (
            <Button
              key={name}
              size="small"
              variant={variant}
              {...(variant === 'primary' && { id: SUBMIT_ID })}
              aria-keyshortcuts={shortcuts[name].shown.join('+')}
              onPress={() => onOpen(name)}
            >
              {label} <kbd>{shortcuts[name].shown.join('+')}</kbd>
            </Button>
          ))}
        {onSurroundings !== undefined && (
          <Button
            size="small"
            variant="quiet"
            aria-keyshortcuts={shortcuts.surroundings.shown.join('+')}
            onPress={onSurroundings}
          >
            {t('surroundings.action')} <kbd>{shortcuts.surroundings.shown.join('+')}</kbd>
          </Button>
        )}
        {mode !== 'read' && (
          <Button size="small" isPending={hold.isPending} onPress={onRelease}>
            {t('release')} <kbd>{shortcuts.release.shown.join('+')}</kbd>
          </Button>
        )}
      </div>
    </div>
  );
}
