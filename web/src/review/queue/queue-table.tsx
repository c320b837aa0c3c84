import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../../contexts/review/api/review.ts';
import { useMe } from '../../app/use-me.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import { Badge, Day, Money, Reference } from '../../ui/values.tsx';
import { useReasonWords } from '../findings/reason-words.ts';
import { canTake, isHeld } from '../work/work-mode.ts';

interface QueueTableProps {
  readonly items: readonly QueueItem[];
  /** Claims chosen to be given to a contractor; undefined where one may not. */
  readonly chosen: readonly string[] | undefined;
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onTake: (claimId: string) => void;
}

/** The queue: why each claim waits, since when, how much it is about, and who has it. */
export function QueueTable({ items, chosen, onChoose, onTake }: QueueTableProps) {
  const { t } = useTranslation(['review', 'words']);
  const me = useMe();
  const { time } = useFormats();
  const words = useReasonWords();

  const choice: Column<QueueItem> = {
    id: 'choice',
    header: t('assign.action'),
    cell: ({ claimId }) => (
      <Checkbox
        isSelected={chosen?.includes(claimId) ?? false}
        onChange={(isSelected) =>
          onChoose(
            isSelected ? [...(chosen ?? []), claimId] : (chosen ?? []).filter((other) => other !== claimId),
          )
        }
      >
        <span className="visually-hidden">{t('assign.select', { claim: claimId })}</span>
      </Checkbox>
    ),
  };
  const columns: readonly Column<QueueItem>[] = [
    ...(chosen === undefined ? [] : [choice]),
    {
      id: 'claim',
      header: t('queue.claim'),
      isRowHeader: true,
      cell: ({ claimId }) => (
        <ButtonLink href={`/console/reviews/${claimId}`} variant="quiet" size="small">
          <span className="queue-claim">
            <Reference>{claimId}</Reference>
          </span>
        </ButtonLink>
      ),
    },
    {
      id: 'reasons',
      header: t('queue.reasons'),
      cell: ({ group, reasons }) => (
        <div className="queue-reasons">
          <Badge tone="info">{t(`words:group.${group}`)}</Badge>
          <ul>
            {reasons.map((code) => (
              <li key={code}>{words.reason(code)}</li>
            ))}
          </ul>
        </div>
      ),
    },
    {
      id: 'waiting',
      header: t('queue.waiting'),
      cell: ({ depositDate, waitingDays }) => (
        <>
          <strong>{t('words:waitingDays', { count: waitingDays })}</strong>
          <br />
          <Day iso={depositDate} />
        </>
      ),
    },
    {
      id: 'billed',
      header: t('queue.billed'),
      align: 'end',
      cell: ({ billedCentimes }) =>
        billedCentimes === undefined ? '—' : <Money centimes={billedCentimes} />,
    },
    {
      id: 'channel',
      header: t('queue.channel'),
      cell: ({ channelId }) => <Reference>{channelId}</Reference>,
    },
    {
      id: 'state',
      header: t('queue.state'),
      cell: (item) => (
        <div className="queue-state">
          <Badge tone={item.state === 'OPEN' ? 'neutral' : 'warning'}>
            {t(`words:reviewState.${item.state}`)}
          </Badge>
          {isHeld(item) && (
            <span>
              {item.holder === me.userId ? t('queue.holderMe') : <Reference>{item.holder ?? ''}</Reference>}{' '}
              {t('queue.heldUntil', { time: time(item.heldUntil ?? '') })}
            </span>
          )}
          {item.isForOthers && <span>{t('queue.forOthers')}</span>}
          {item.assignedTo !== undefined && item.assignedTo !== me.userId && (
            <span>{t('queue.assignedTo', { to: item.assignedTo })}</span>
          )}
        </div>
      ),
    },
    {
      id: 'take',
      header: t('take'),
      cell: (item) =>
        canTake(item, me) && (
          <Button
            size="small"
            aria-label={`${t('take')} ${item.claimId}`}
            onPress={() => onTake(item.claimId)}
          >
            {t('take')}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('queue.count', { shown: items.length })}
      columns={columns}
      rows={items}
      rowId={({ claimId }) => claimId}
    />
  );
}
