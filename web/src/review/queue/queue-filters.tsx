import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reasonGroups } from '../../../../contexts/review/domain/review-names.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { openStates, queueSearchOf, type QueueSearch } from './queue-search.ts';

const ANY = 'any';

/** Which claims are shown, and in which order. */
export function QueueFilters({ search }: { readonly search: QueueSearch }) {
  const { t } = useTranslation(['review', 'words']);
  const navigate = useNavigate();
  const show = (next: QueueSearch): void =>
    void navigate({ to: '/console/queue', search: next, replace: true });
  const { group, state, order } = search;
  return (
    <div className="queue-filters">
      <SelectField
        label={t('queue.filterGroup')}
        choices={[
          { value: ANY, label: t('queue.allGroups') },
          ...reasonGroups.map((value) => ({ value, label: t(`words:group.${value}`) })),
        ]}
        value={group ?? ANY}
        onChange={(value) => {
          show(queueSearchOf({ ...search, group: value }));
        }}
      />
      <SelectField
        label={t('queue.filterState')}
        choices={[
          { value: ANY, label: t('queue.allStates') },
          ...openStates.map((value) => ({ value, label: t(`words:reviewState.${value}`) })),
        ]}
        value={state ?? ANY}
        onChange={(value) => {
          show(queueSearchOf({ ...search, state: value }));
        }}
      />
      <SelectField
        label={t('queue.order')}
        choices={[
          { value: 'age', label: t('queue.byAge') },
          { value: 'amount', label: t('queue.byAmount') },
        ]}
        value={order ?? 'age'}
        onChange={(value) => {
          show(queueSearchOf({ ...search, order: value }));
        }}
      />
    </div>
  );
}
