import './audit.css';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { RadioField, TextField } from '../ui/fields.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Page, Section } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { EmptyState, Notice, ProblemNotice } from '../ui/states.tsx';
import { todayInMorocco } from '../ui/today.ts';
import { AccessExport } from './access-export.tsx';
import { AccessTable } from './access-table.tsx';
import { queryOf, subjectKinds, type AccessQuery, type AuditForm } from './audit-query.ts';
import type { AccessRecord } from './use-access-words.ts';

const thisMonth = (): string => todayInMorocco().slice(0, 7);

/** `/console/audit`: who saw or changed anything of a person or a claim, or what someone did in a month. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const [form, setForm] = useState<AuditForm>(() => ({
    by: 'person',
    registrationNumber: '',
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
    <Page title={t('title')} intro={t('intro')} width="full" actions={records.length > 0 && <PrintButton />}>
      <div className="no-print">
        <Section title={t('question')}>
          <form className="audit-form" onSubmit={submit}>
            <RadioField
              label={t('by')}
              choices={[
                { value: 'person', label: t('byPerson') },
                { value: 'subject', label: t('bySubject') },
                { value: 'actor', label: t('byActor') },
              ]}
              value={form.by}
              onChange={(by) => change({ by })}
            />
            {form.by === 'person' && (
              <TextField
                label={t('registrationNumber')}
                hint={t('registrationNumberHint')}
                value={form.registrationNumber}
                onChange={(registrationNumber) => change({ registrationNumber })}
                inputMode="numeric"
                autoComplete="off"
                isCode
              />
            )}
            {form.by === 'subject' && (
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
            )}
            {form.by === 'actor' && (
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
      </div>
      {accesses.error !== null && <ProblemNotice problem={accesses.error} />}
      {accesses.isSuccess && records.length === 0 && <EmptyState title={t('empty')} />}
      {accesses.data?.claimCount !== undefined && (
        <p>{t('claimsLooked', { count: accesses.data.claimCount })}</p>
      )}
      {accesses.data?.hasOlderClaims === true && <Notice tone="warning">{t('olderClaims')}</Notice>}
      {records.length > 0 && asked !== undefined && (
        <AccessExport key={JSON.stringify(asked)} asked={asked} />
      )}
      {records.length > 0 && <AccessTable records={records} />}
      {cursor !== undefined && asked !== undefined && (
        <div className="no-print">
          <Button isPending={accesses.isPending} onPress={() => ask({ ...asked, cursor }, records)}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
