import type { ReviewWork } from '../work/review-work.ts';
import { DocumentDialog } from './document-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

export type DialogName =
  'submit' | 'reject' | 'document' | 'split' | 'override' | 'settle' | 'history' | 'shortcuts';

interface ReviewDialogsProps {
  readonly open: DialogName | undefined;
  readonly work: ReviewWork;
  readonly onClose: () => void;
  readonly onDone: (message: string, isOver: boolean) => void;
}

/** The window that is open over the workbench, if any. */
export function ReviewDialogs({ open, work, onClose, onDone }: ReviewDialogsProps) {
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
    case 'settle':
      return <SettleDialog review={review} values={work.values} onClose={onClose} onDone={onDone} />;
    case 'history':
      return <HistoryDialog review={review} onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
  }
}
