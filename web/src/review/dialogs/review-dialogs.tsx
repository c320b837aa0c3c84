import { lazy, Suspense } from 'react';
import type { ReviewWork } from '../work/review-work.ts';
import type { DialogName, StepDone } from './dialog-props.ts';
import { DocumentDialog } from './document-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

// Few claims need them: they come when they are opened.
const HistoryDialog = lazy(async () => ({ default: (await import('./history-dialog.tsx')).HistoryDialog }));
const OverrideDialog = lazy(async () => ({
  default: (await import('./override-dialog.tsx')).OverrideDialog,
}));
const EscalateDialog = lazy(async () => ({
  default: (await import('./escalate-dialog.tsx')).EscalateDialog,
}));
const SettleDialog = lazy(async () => ({ default: (await import('./settle-dialog.tsx')).SettleDialog }));
const SplitDialog = lazy(async () => ({ default: (await import('./split-dialog.tsx')).SplitDialog }));

interface ReviewDialogsProps {
  readonly open: DialogName | undefined;
  readonly work: ReviewWork;
  /** What can be done with the claim now. */
  readonly steps: ReadonlySet<DialogName>;
  readonly onClose: () => void;
  readonly onDone: (done: StepDone) => void;
}

/** The window that is open over the workbench, if any. */
export function ReviewDialogs(props: ReviewDialogsProps) {
  return (
    <Suspense fallback={null}>
      <OpenDialog {...props} />
    </Suspense>
  );
}

function OpenDialog({ open, work, steps, onClose, onDone }: ReviewDialogsProps) {
  const { review, save } = work;
  const props = { review, save, onClose, onDone };
  switch (open) {
    case undefined:
      return null;
    case 'submit':
      return (
        <SubmitDialog
          {...props}
          openCount={work.openCount}
          onIncomplete={(key) => {
            onClose();
            // Once the window has let go of the focus.
            requestAnimationFrame(() => setTimeout(() => work.demand(key)));
          }}
        />
      );
    case 'reject':
      return <RejectDialog {...props} />;
    case 'document':
      return <DocumentDialog {...props} />;
    case 'split':
      return <SplitDialog {...props} />;
    case 'override':
      return <OverrideDialog {...props} />;
    case 'escalate':
      return <EscalateDialog {...props} />;
    case 'settle':
      return <SettleDialog review={review} values={work.values} onClose={onClose} onDone={onDone} />;
    case 'history':
      return <HistoryDialog review={review} onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog mode={work.mode} steps={steps} onClose={onClose} />;
  }
}
