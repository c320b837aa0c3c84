import './queue.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from 'react-hotkeys-hook';
import type { QueueItem } from '../../../../contexts/review/api/review.ts';
import { mayUse, rolesGranting } from '../../../../contexts/shared/access/access.ts';
import { api } from '../../api/client.ts';
import { useMe } from '../../app/use-me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Loaded, ProblemNotice } from '../../ui/states.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import { useKeptSetting } from '../../ui/kept-setting.ts';
import { announce } from '../../ui/toast.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { MyDay } from './my-day.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { RejectManyDialog } from './reject-many-dialog.tsx';
import { QueueTable } from './queue-table.tsx';
import { GOES_ON, keepQueueSearch, useTakeNext } from './take-next.ts';
import { useQueue } from './use-queue.ts';

/** `/console/queue`: claims that wait for a person. */
export function QueuePage() {
  const { t } = useTranslation(['review', 'words']);
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/staff/console/queue' });
  const query = useQueue(search);
  const taking = api.useMutation('post', '/api/console/reviews/{claimId}/hold');
  const takeOne = useTakeNext();
  const next = useMutation({ mutationFn: () => takeOne(search) });
  const [goesOn, setGoesOn] = useKeptSetting(GOES_ON, true);
  useEffect(() => keepQueueSearch(search), [search]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAssigning, setAssigning] = useState(false);
  const [isRejecting, setRejecting] = useState(false);
  const canAssign = mayUse('assignClaims', me.roles);
  const isExternal = rolesGranting('listQueue', me.roles).every((role) => role === 'external-reviewer');

  const open = (claimId: string): void =>
    void navigate({ to: '/console/reviews/$claimId', params: { claimId } });
  const take = (claimId: string): void =>
    taking.mutate(
      { params: { path: { claimId } } },
      { onSuccess: () => open(claimId), onError: () => void query.refetch() },
    );
  const takeNext = (): void => {
    if (next.isPending) return;
    next.mutate(undefined, {
      onSuccess: (claimId) => {
        if (claimId !== undefined) open(claimId);
        else {
          announce(t('queue.noneFree'), 'info');
          void query.refetch();
        }
      },
    });
  };
  useHotkeys('alt+n', takeNext, { preventDefault: true, enableOnFormTags: true }, [takeNext]);

  return (
    <Page
      title={t('queue.title')}
      width="full"
      actions={
        <>
          {canAssign && areAlike(query.items ?? [], chosen) && (
            <Button variant="danger" onPress={() => setRejecting(true)}>
              {t('rejectMany.action', { count: chosen.length })}
            </Button>
          )}
          {canAssign && (
            <Button isDisabled={chosen.length === 0} onPress={() => setAssigning(true)}>
              {t('assign.action')}
            </Button>
          )}
          <Button isPending={query.isFetching} onPress={() => void query.refetch()}>
            {t('queue.refresh')}
          </Button>
          <Button
            variant="primary"
            isPending={taking.isPending || next.isPending}
            aria-keyshortcuts="Alt+N"
            onPress={takeNext}
          >
            {t('queue.next')} <kbd>Alt+N</kbd>
          </Button>
        </>
      }
    >
      <MyDay />
      <QueueFilters search={search} />
      <Checkbox isSelected={goesOn} onChange={setGoesOn}>
        {t('queue.goesOn')}
      </Checkbox>
      {taking.error !== null && <ProblemNotice problem={taking.error} area="review" />}
      <Loaded query={{ data: query.items, error: query.error, refetch: query.refetch }} area="review">
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t(isExternal ? 'queue.emptyExternal' : 'queue.empty')} />
          ) : (
            <QueueTable
              items={items}
              chosen={canAssign ? chosen : undefined}
              onChoose={setChosen}
              onTake={take}
            />
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('queue.more')}
          </Button>
        </div>
      )}
      {isRejecting && (
        <RejectManyDialog
          claimIds={chosen}
          onClose={() => setRejecting(false)}
          onDone={() => {
            setRejecting(false);
            setChosen([]);
            void query.refetch();
          }}
        />
      )}
      {isAssigning && (
        <AssignDialog
          claimIds={chosen}
          onClose={() => setAssigning(false)}
          onDone={() => {
            setAssigning(false);
            setChosen([]);
            void query.refetch();
          }}
        />
      )}
    </Page>
  );
}

/** Whether several were chosen, and all have the very same doubts. */
function areAlike(items: readonly QueueItem[], chosen: readonly string[]): boolean {
  const doubts = items
    .filter(({ claimId }) => chosen.includes(claimId))
    .map(({ reasons }) => reasons.toSorted().join(' '));
  return chosen.length > 1 && new Set(doubts).size === 1;
}
