import '../session/session.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api, client } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../ui/button.tsx';
import { RadioField, TextField } from '../ui/fields.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Page } from '../ui/page.tsx';
import { Notice, ProblemNotice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';
import { evidenceTypes, uploadEvidence } from './upload-evidence.ts';

type Declaration = components['schemas']['DeclareDependant'];
type Link = Declaration['link'];
type Kind = Declaration['documents'][number]['kind'];

const kindsFor: Readonly<Record<Link, readonly Kind[]>> = {
  spouse: ['MARRIAGE_CERTIFICATE', 'ID_CARD'],
  child: ['BIRTH_CERTIFICATE', 'SCHOOL_CERTIFICATE', 'DISABILITY_CERTIFICATE', 'ID_CARD'],
};
const links = ['spouse', 'child'] as const satisfies readonly Link[];

const empty = { family: '', given: '', familyArabic: '', givenArabic: '', birthDate: '', cin: '' };

/** Asks for a spouse or a child to be declared, with a document that proves it. */
export function DeclarePage() {
  const { t } = useTranslation('portal');
  const router = useRouter();
  const queries = useQueryClient();
  const [link, setLink] = useState<Link>('child');
  const [kind, setKind] = useState<Kind | null>(null);
  const [written, setWritten] = useState(empty);
  const [file, setFile] = useState<File>();
  const [isChecked, setIsChecked] = useState(false);
  const set = (name: keyof typeof empty) => (value: string) =>
    setWritten((before) => ({ ...before, [name]: value }));
  const missing = (value: string): string | undefined =>
    isChecked && value.trim() === '' ? t('declare.needed') : undefined;
  const cin = written.cin.replaceAll(/\s/g, '').toUpperCase();
  const isCinRight = cin === '' || /^[A-Z]{1,2}\d{1,6}$/.test(cin);

  const send = useMutation({
    mutationFn: async ({ evidence, proof }: { evidence: File; proof: Kind }) => {
      const documentId = await uploadEvidence(evidence, proof);
      const { family, given, familyArabic, givenArabic, birthDate } = written;
      const { error } = await client.POST('/api/portal/family/requests', {
        body: {
          link,
          name: {
            family,
            given,
            ...(familyArabic.trim() !== '' && { familyArabic }),
            ...(givenArabic.trim() !== '' && { givenArabic }),
          },
          birthDate,
          ...(cin !== '' && { cin }),
          documents: [{ documentId, kind: proof }],
        },
      });
      if (error !== undefined) throw error;
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.queryOptions('get', '/api/portal/family').queryKey });
      announce(t('declare.done'));
      await router.navigate({ to: '/portal/family' });
    },
  });

  const submit = (): void => {
    setIsChecked(true);
    const { family, given, birthDate } = written;
    const isWhole = [family, given, birthDate].every((value) => value.trim() !== '') && isCinRight;
    if (isWhole && file !== undefined && kind !== null) send.mutate({ evidence: file, proof: kind });
  };

  return (
    <Page title={t('declare.title')} intro={t('declare.intro')} width="narrow">
      <Form
        className="session-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {send.error && <ProblemNotice problem={send.error} area="portal" />}
        <RadioField
          label={t('declare.link')}
          choices={links.map((value) => ({ value, label: t(`link.${value}`) }))}
          value={link}
          onChange={(chosen) => {
            setLink(chosen);
            setKind(null);
          }}
        />
        <TextField
          label={t('declare.given')}
          value={written.given}
          onChange={set('given')}
          error={missing(written.given)}
        />
        <TextField
          label={t('declare.family')}
          value={written.family}
          onChange={set('family')}
          error={missing(written.family)}
        />
        <TextField
          label={t('declare.givenArabic')}
          value={written.givenArabic}
          onChange={set('givenArabic')}
        />
        <TextField
          label={t('declare.familyArabic')}
          value={written.familyArabic}
          onChange={set('familyArabic')}
        />
        <TextField
          type="date"
          label={t('declare.birthDate')}
          value={written.birthDate}
          onChange={set('birthDate')}
          error={missing(written.birthDate)}
        />
        <TextField
          label={t('declare.cin')}
          hint={t('declare.cinHint')}
          value={written.cin}
          onChange={set('cin')}
          error={isChecked && !isCinRight ? t('declare.cinWrong') : undefined}
          isCode
        />
        <SelectField
          label={t('declare.document')}
          placeholder={t('declare.choose')}
          choices={kindsFor[link].map((value) => ({ value, label: t(`evidence.${value}`) }))}
          value={kind}
          onChange={setKind}
          error={isChecked && kind === null ? t('declare.needed') : undefined}
        />
        <div className="portal-file">
          <FileTrigger acceptedFileTypes={evidenceTypes} onSelect={(files) => setFile(files?.[0])}>
            <Button>
              <Paperclip aria-hidden size={20} />
              {file === undefined ? t('declare.file') : t('declare.otherFile')}
            </Button>
          </FileTrigger>
          <p className="portal-soft" aria-live="polite">
            {file === undefined ? t('declare.fileHint') : <bdi>{file.name}</bdi>}
          </p>
        </div>
        {isChecked && file === undefined && <Notice tone="danger">{t('declare.fileNeeded')}</Notice>}
        <Button type="submit" variant="primary" isPending={send.isPending}>
          {t('declare.send')}
        </Button>
      </Form>
    </Page>
  );
}
