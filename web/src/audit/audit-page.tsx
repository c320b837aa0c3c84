import './audit.css';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { RadioField, TextField } from '../ui/fields.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, ProblemNotice } from '../ui/states.tsx';
import { todayInMorocco } from '../ui/today.ts';
import { AccessTable, type AccessRecord } from './access-table.tsx';
import { queryOf, subjectKinds, type AccessQuery, type AuditForm } from './audit-query.ts';

const thisMonth = (): string => todayInMorocco().slice(0, 7);

/** `/console/audit`: who saw a file, or what someone did in a month. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const [form, setForm] = useState<AuditForm>(() => ({
    by: 'subject',
    kind: 'claim',
    id: '',
    actor: '',
    month: thisMonth(),
  }));
  const [asked, setAsked] = useState<AccessQuery>();
  const [records, setRecords] = useState<readonly AccessRecord[]>([]);
  const accesses = api.useMutation('post', '/api/console/accesses');
  const query = queryOf(form);
  const change = (part: Partial<AuditForm>): void => setForm((before) => ({ ...before, ...part }));

  const ask = (body: AccessQuery, before: readonly AccessRecord[]): void => {
    setAsked(body);
    accesses.mutate({ body }, { onSuccess: (page) => setRecords([...before, ...page.records]) });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setRecords([]);
    if (query !== undefined) ask(query, []);
  };
  const cursor = accesses.data?.nextCursor;

  return (
    <Page title={t('title')} intro={t('intro')}>
      <Section title={t('question')}>
        <form className="audit-form" onSubmit={submit}>
          <RadioField
            label={t('by')}
            choices={[
              { value: 'subject', label: t('bySubject') },
              { value: 'actor', label: t('byActor') },
            ]}
            value={form.by}
            onChange={(by) => change({ by })}
          />
          {form.by === 'subject' ? (
            <>
              <SelectField
                label={t('kind')}
                choices={subjectKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
                value={form.kind}
                onChange={(kind) => change({ kind })}
              />
              {form.kind !== 'search' && (
                <TextField label={t('id')} value={form.id} onChange={(id) => change({ id })} isCode />
              )}
            </>
          ) : (
            <>
              <TextField
                label={t('actor')}
                hint={t('actorHint')}
                value={form.actor}
                onChange={(actor) => change({ actor })}
                isCode
              />
              <TextField
                label={t('month')}
                hint={t('monthHint')}
                value={form.month}
                onChange={(month) => change({ month })}
                isCode
              />
            </>
          )}
          <Button
            type="submit"
            variant="primary"
            isDisabled={query === undefined}
            isPending={accesses.isPending}
          >
            {t('show')}
          </Button>
        </form>
      </Section>
      {accesses.error !== null && <ProblemNotice problem={accesses.error} />}
      {accesses.isSuccess && records.length === 0 && <EmptyState title={t('empty')} />}
      {records.length > 0 && <AccessTable records={records} />}
      {cursor !== undefined && asked !== undefined && (
        <div>
          <Button isPending={accesses.isPending} onPress={() => ask({ ...asked, cursor }, records)}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
