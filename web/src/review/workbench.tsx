import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '../../../contexts/review/api/review.ts';
import { keptSetting, useKeptSetting } from '../ui/kept-setting.ts';
import { mayUse } from '../../../contexts/shared/access/access.ts';
import { useMe } from '../app/use-me.ts';
import { announce } from '../ui/toast.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import type { DialogName, StepDone } from './dialogs/dialog-props.ts';
import { ReviewDialogs } from './dialogs/review-dialogs.tsx';
import { FieldList } from './fields/field-list.tsx';
import { FindingList } from './findings/finding-list.tsx';
import { ReviewHead } from './head/review-head.tsx';
import { useHold } from './head/use-hold.ts';
import { ReviewNotices } from './head/review-notices.tsx';
import { OutcomePanel } from './outcome/outcome-panel.tsx';
import { stopsOf, usePreview } from './outcome/use-preview.ts';
import { GOES_ON, keptQueueSearch, useTakeNext } from './queue/take-next.ts';
import type { ScanControls } from './scan/scan-tools.tsx';
import { ClaimScan } from './scan/claim-scan.tsx';
import { focusField, TAKE_ID } from './work/focus-field.ts';
import { useReviewCache } from './work/review-query.ts';
import { ReviewWorkContext, type WorkMode } from './work/review-work.ts';
import { useAllowedSteps } from './work/use-allowed-steps.ts';
import { SurroundingsPane } from './surroundings/surroundings.tsx';
import { useTakeBack } from './work/use-take-back.ts';
import { useReviewKeys } from './work/use-review-keys.ts';
import { useReviewWork } from './work/use-review-work.ts';

interface WorkbenchProps {
  readonly review: Review;
  readonly mode: WorkMode;
}

/** The scan on the side where reading starts, the fields beside it, and everything at the keyboard. */
export function Workbench({ review, mode }: WorkbenchProps) {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const shown = usePreview(review, mode === 'review');
  const work = useReviewWork(review, mode, stopsOf(shown));
  const takeNext = useTakeNext();
  const takeBack = useTakeBack(review.claimId);
  const me = useMe();
  const hold = useHold(review);
  const steps = useAllowedSteps(review, mode);
  const { refresh } = useReviewCache(review.claimId);
  const scan = useRef<ScanControls>(null);
  const [isAround, setAround] = useKeptSetting('surroundings', false);
  const [dialog, setDialog] = useState<DialogName>();
  const [lineToRemove, setLineToRemove] = useState<number>();

  const open = (name: DialogName) => (): void => {
    if (steps.has(name)) setDialog(name);
  };
  const backToQueue = (): void => void navigate({ to: '/console/queue', search: keptQueueSearch() });
  const release = async (): Promise<void> => {
    await work.save();
    if (await hold.release()) backToQueue();
  };
  const goOn = async (): Promise<void> => {
    const next = keptSetting(GOES_ON, true) ? await takeNext(keptQueueSearch()) : undefined;
    if (next === undefined) await navigate({ to: '/console/queue', search: keptQueueSearch() });
    else await navigate({ to: '/console/reviews/$claimId', params: { claimId: next } });
  };
  // Whoever comes can take the claim at once, and whoever takes it can key. The page's heading takes the focus first, as on every page.
  const start = useEffectEvent(() => {
    if (mode === 'read') document.getElementById(TAKE_ID)?.focus();
    else focusField(work.firstKey);
  });
  useEffect(() => {
    const timer = setTimeout(start);
    return () => clearTimeout(timer);
  }, [mode]);

  const mayLookAround = mayUse('showSurroundings', me.roles) && !review.isMasked;
  const activeLine = work.active === undefined ? undefined : work.fieldOf(work.active)?.line;
  const whenEditable = (action: () => void) => (work.isEditable ? action : undefined);

  useReviewKeys(
    {
      addLine: whenEditable(work.addLine),
      addBox: whenEditable(work.addBox),
      removeLine: whenEditable(() => {
        if (!work.isPaid(activeLine)) setLineToRemove(activeLine);
      }),
      switchPane: () => {
        const isInScan = document.activeElement?.closest('.scan') !== null;
        if (!isInScan) scan.current?.focus();
        else work.goTo(work.active ?? work.firstKey);
      },
      previousPage: () => scan.current?.previousPage(),
      nextPage: () => scan.current?.nextPage(),
      zoomOut: () => scan.current?.zoomOut(),
      zoomIn: () => scan.current?.zoomIn(),
      turn: () => scan.current?.turn(),
      fit: () => scan.current?.fit(),
      center: () => scan.current?.center(),
      surroundings: mayLookAround ? () => setAround(!isAround) : undefined,
      save: () => void work.save(),
      submit: open('submit'),
      reject: open('reject'),
      document: open('document'),
      split: open('split'),
      override: open('override'),
      escalate: open('escalate'),
      settle: open('settle'),
      history: open('history'),
      shortcuts: open('shortcuts'),
      release: () => {
        if (mode !== 'read') void release();
      },
    },
    dialog === undefined && lineToRemove === undefined,
  );

  const onDone = async ({ message, isOver, undo }: StepDone): Promise<void> => {
    // The next step is made with the claim as it is after this one, however soon it is asked for.
    if (!isOver) await refresh();
    setDialog(undefined);
    announce(
      message,
      'success',
      undo && { label: t('undo.action'), until: undo.until, onPress: takeBack(undo.version) },
    );
    if (isOver) await goOn();
  };

  return (
    <ReviewWorkContext value={work}>
      <ReviewHead
        onSurroundings={mayLookAround ? () => setAround(!isAround) : undefined}
        preview={shown.preview}
        mode={mode}
        hold={hold}
        steps={steps}
        onOpen={setDialog}
        onRelease={() => void release()}
      />
      <ReviewNotices hold={hold} />
      <div className="workbench">
        <div className="scan-column">
          <ClaimScan review={review} active={work.active} fieldOf={work.fieldOf} ref={scan} />
          {isAround && mayLookAround && <SurroundingsPane review={review} lines={shown.preview?.lines} />}
        </div>
        <div className="work-fields" role="group" aria-label={t('fields')}>
          {mode === 'review' && <OutcomePanel {...shown} />}
          {mode !== 'review' && <FindingList findings={review.findings} />}
          <FieldList onRemoveLine={setLineToRemove} />
          {mode === 'review' && <FindingList findings={review.findings} />}
        </div>
      </div>
      <ReviewDialogs
        open={dialog}
        work={work}
        steps={steps}
        onClose={() => setDialog(undefined)}
        onDone={(done) => void onDone(done)}
      />
      <ConfirmDialog
        title={t('removeLine', { number: (lineToRemove ?? 0) + 1 })}
        isOpen={lineToRemove !== undefined}
        onClose={() => setLineToRemove(undefined)}
        confirmLabel={t('removeLine', { number: (lineToRemove ?? 0) + 1 })}
        variant="danger"
        onConfirm={() => {
          if (lineToRemove !== undefined) work.removeLine(lineToRemove);
          setLineToRemove(undefined);
        }}
      >
        <p>{t('removeLineAsk', { number: (lineToRemove ?? 0) + 1 })}</p>
      </ConfirmDialog>
    </ReviewWorkContext>
  );
}
