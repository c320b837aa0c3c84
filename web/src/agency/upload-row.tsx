import { FileText, Printer, Send, Trash2, RotateCw } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import type { Tone } from '../ui/states.tsx';
import { Badge, Reference } from '../ui/values.tsx';
import { PageFaults } from './page-faults.tsx';
import type { QueuedFile, UploadQueue, UploadState } from './upload-queue.ts';
import type { PrintedReceipt } from './receipt-slip.tsx';

const tones: Readonly<Record<UploadState, Tone>> = {
  checking: 'neutral',
  refused: 'danger',
  questionable: 'warning',
  sending: 'info',
  waiting: 'warning',
  confirming: 'info',
  sent: 'success',
  failed: 'danger',
};

interface UploadRowProps {
  readonly file: QueuedFile;
  readonly queue: UploadQueue;
  readonly onPrint: (receipts: readonly PrintedReceipt[]) => void;
}

/** One file on its way: how far it is, what is wrong with its pages, its receipt. */
export function UploadRow({ file, queue, onPrint }: UploadRowProps) {
  const { t } = useTranslation('agency');
  const { id, name, state, receipt } = file;
  return (
    <li className="upload" data-state={state}>
      <FileText aria-hidden size={28} strokeWidth={1.5} />
      <div className="upload-facts">
        <p className="upload-name">
          <bdi>{name}</bdi>
        </p>
        <p className="upload-state">
          <Badge tone={tones[state]}>{t(`uploadState.${state}`)}</Badge>
          {receipt !== undefined && <Reference>{receipt.receipt}</Reference>}
        </p>
        <Progress file={file} />
        {file.faultCode !== undefined && (
          <p className="upload-fault">{t([`fault.${file.faultCode}`, 'fault.OTHER'])}</p>
        )}
        {file.check !== undefined && state !== 'checking' && <PageFaults check={file.check} />}
      </div>
      <div className="button-row">
        {state === 'questionable' && (
          <Button size="small" onPress={() => queue.sendAnyway(id)}>
            <Send aria-hidden size={16} />
            {t('sendAnyway')}
          </Button>
        )}
        {state === 'failed' && (
          <Button size="small" onPress={() => queue.retry(id)}>
            <RotateCw aria-hidden size={16} />
            {t('retry')}
          </Button>
        )}
        {receipt !== undefined && (
          <Button size="small" onPress={() => onPrint([receipt])}>
            <Printer aria-hidden size={16} />
            {t('print')}
          </Button>
        )}
        {state !== 'confirming' && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t(state === 'sent' ? 'takeOffList' : 'remove', { name })}
            onPress={() => queue.remove(id)}
          >
            <Trash2 aria-hidden size={16} />
          </Button>
        )}
      </div>
    </li>
  );
}

function Progress({ file: { state, sentBytes, sizeBytes, name } }: { readonly file: QueuedFile }) {
  const { t } = useTranslation('agency');
  if (state !== 'sending' && state !== 'waiting') return null;
  return (
    <ProgressBar
      className="upload-progress"
      aria-label={t('progressOf', { name })}
      value={sentBytes}
      maxValue={Math.max(1, sizeBytes)}
    >
      {({ percentage = 0, valueText }) => (
        <>
          <div className="upload-progress-track">
            <div style={{ inlineSize: `${Math.min(100, percentage)}%` }} />
          </div>
          <span>{valueText}</span>
        </>
      )}
    </ProgressBar>
  );
}
