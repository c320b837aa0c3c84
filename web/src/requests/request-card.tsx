import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { components } from '../api/schema.d.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { Day, Facts, Moment, Reference } from '../ui/values.tsx';

export type InsuredRequest = components['schemas']['InsuredRequest'];

interface RequestCardProps {
  readonly request: InsuredRequest;
  readonly onDecide: (decision: 'accept' | 'refuse') => void;
}

/** One request, with what is needed to decide it: the person, the family as declared, the documents. */
export function RequestCard({ request, onDecide }: RequestCardProps) {
  const { t } = useTranslation(['requests', 'words']);
  const { name, declared, documents } = request;
  return (
    <Section
      title={`${t(`links.${request.link}`)} · ${request.insuredName}`}
      actions={
        <div className="button-row">
          <Button variant="primary" size="small" onPress={() => onDecide('accept')}>
            {t('accept')}
          </Button>
          <Button variant="danger" size="small" onPress={() => onDecide('refuse')}>
            {t('refuse')}
          </Button>
        </div>
      }
    >
      <Facts
        facts={[
          [t('requestedOn'), <Moment key="at" iso={request.requestedAt} />],
          [t('number'), <Reference key="number">{request.registrationNumber}</Reference>],
          [t('name'), <bdi key="name">{`${name.family} ${name.given}`}</bdi>],
          [
            t('nameArabic'),
            name.familyArabic === undefined ? undefined : (
              <bdi key="arabic" lang="ar">{`${name.familyArabic} ${name.givenArabic ?? ''}`}</bdi>
            ),
          ],
          [t('birthDate'), <Day key="born" iso={request.birthDate} />],
          [t('sex'), request.sex === undefined ? undefined : t(`words:choice.${request.sex}`)],
          [t('cin'), request.cin === undefined ? undefined : <Reference key="cin">{request.cin}</Reference>],
          [
            t('declared'),
            declared.length === 0
              ? t('noneDeclared')
              : declared.map((member) => (
                  <div key={member.dependantId}>
                    <bdi>{member.name}</bdi> · {t(`links.${member.link}`)} · <Day iso={member.birthDate} />
                  </div>
                )),
          ],
          [
            t('documents'),
            documents.length === 0
              ? t('noDocuments')
              : documents.map(({ kind, url }) => (
                  <div key={url}>
                    <Link href={url} target="_blank" rel="noreferrer">
                      {t(`kinds.${kind}`)}
                      <span className="visually-hidden"> ({t('opens')})</span>
                    </Link>
                  </div>
                )),
          ],
        ]}
      />
    </Section>
  );
}
