import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { client } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { EmptyState, Loaded, Notice } from '../ui/states.tsx';
import { Facts, Reference } from '../ui/values.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { FoundClaims } from './found-claims.tsx';
import { FoundFile } from './found-file.tsx';
import { useKindNames } from './use-kind-names.ts';
import { ONCE } from './use-search.ts';

type FoundByNumber = components['schemas']['FoundByNumber'];
type FoundSubject = FoundByNumber['found'][number];

async function find(number: string): Promise<FoundByNumber> {
  const { data, error } = await client.POST('/api/console/claims/find-by-number', { body: { number } });
  if (data === undefined) throw error;
  return data;
}

/** What a number is of that someone gave, and what it was taken for. */
export function FoundNumbers({ number }: { readonly number: string }) {
  const { t } = useTranslation('follow-up');
  const namesOf = useKindNames();
  const query = useQuery({ queryKey: ['follow-up', 'number', number], queryFn: () => find(number), ...ONCE });
  return (
    <Loaded query={query} area="follow-up">
      {({ kinds, found }) => (
        <>
          <p className="taken-for">{t('lookedFor', { kinds: namesOf(kinds) })}</p>
          {found.length === 0 && (
            <EmptyState title={t('nothing')}>
              {t(kinds.includes('short-receipt') ? 'nothingShort' : 'nothingHint')}
            </EmptyState>
          )}
          {found.length > 1 && <Notice tone="info">{t('several', { count: found.length })}</Notice>}
          {found.map((subject) => (
            <Subject key={keyOf(subject)} subject={subject} />
          ))}
        </>
      )}
    </Loaded>
  );
}

const keyOf = ({ kind, person, file, provider }: FoundSubject): string =>
  `${kind} ${person?.registrationNumber ?? file?.fileId ?? provider?.inpe ?? ''}`;

function Subject({ subject }: { readonly subject: FoundSubject }) {
  const { t } = useTranslation('follow-up');
  const [isAll, setAll] = useState(false);
  const { kind, person, file, provider, claims, isMore } = subject;
  return (
    <>
      {file !== undefined && <FoundFile file={file} />}
      {person !== undefined && (
        <Section title={t('personBy', { kind: t(`numberKind.${kind}`) })}>
          <Facts
            facts={[
              [t('insured'), <Reference key="number">{person.registrationNumber}</Reference>],
              ...person.names.map((name) => [t('name'), <bdi key={name}>{name}</bdi>] as const).slice(0, 1),
              ...person.names
                .map((name) => [t('nameArabic'), <bdi key={name}>{name}</bdi>] as const)
                .slice(1),
            ]}
          />
          {person.names.length === 0 && <p>{t('notInRegistry')}</p>}
        </Section>
      )}
      {provider !== undefined && (
        <Section title={t('numberKind.provider')}>
          <Facts
            facts={[
              [t('inpe'), <Reference key="inpe">{provider.inpe}</Reference>],
              [t('name'), <bdi key="name">{provider.name}</bdi>],
              [t('specialty'), <bdi key="specialty">{provider.specialty}</bdi>],
              [t('place'), <bdi key="place">{provider.place}</bdi>],
            ]}
          />
          <Notice tone="info">{t('providerClaims')}</Notice>
        </Section>
      )}
      {isAll && person !== undefined ? (
        <FoundClaims search={{ by: 'insured', registrationNumber: person.registrationNumber }} />
      ) : (
        <>
          {claims.length === 0 && file === undefined && <p>{t('noClaims')}</p>}
          {claims.length > 0 && <ClaimsTable claims={claims} />}
          {isMore && person !== undefined && (
            <div className="button-row no-print">
              <Button onPress={() => setAll(true)}>{t('more')}</Button>
            </div>
          )}
          {isMore && person === undefined && <p>{t('moreElsewhere')}</p>}
        </>
      )}
    </>
  );
}
