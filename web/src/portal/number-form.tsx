import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { ProblemNotice } from '../ui/states.tsx';

const DIGITS = 9;
const CIN = /^[A-Z]{1,2}\d{1,6}$/;

/** A code that is on its way. */
export interface SentCode {
  readonly registrationNumber: string;
  readonly continuation: string;
  readonly reference: string;
  readonly validSeconds: number;
}

interface NumberFormProps {
  /** Once a code was asked for, the CIN may be given as well. */
  readonly asksForCin: boolean;
  readonly onSent: (sent: SentCode) => void;
}

export function NumberForm({ asksForCin, onSent }: NumberFormProps) {
  const { t } = useTranslation('portal');
  const [written, setWritten] = useState('');
  const [writtenCin, setWrittenCin] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const registrationNumber = written.replace(/\D/g, '');
  const isRight = registrationNumber.length === DIGITS;
  const cin = writtenCin.replace(/\s/g, '').toUpperCase();
  const isCinRight = cin === '' || CIN.test(cin);
  const ask = api.useMutation('post', '/api/portal-session', {
    onSuccess: (answer) => onSent({ ...answer, registrationNumber }),
  });
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (!isRight || !isCinRight) return;
        ask.mutate({ body: { registrationNumber, ...(cin === '' ? {} : { cin }) } });
      }}
    >
      {ask.error && <ProblemNotice problem={ask.error} area="portal" />}
      <TextField
        label={t('signIn.number')}
        hint={t('signIn.numberHint')}
        value={written}
        onChange={setWritten}
        inputMode="numeric"
        autoComplete="username"
        error={isChecked && !isRight ? t('signIn.numberWrong') : undefined}
        isCode
      />
      {asksForCin && (
        <TextField
          label={t('signIn.cin')}
          hint={t('signIn.cinHint')}
          value={writtenCin}
          onChange={setWrittenCin}
          autoComplete="off"
          error={isChecked && !isCinRight ? t('signIn.cinWrong') : undefined}
          isCode
        />
      )}
      <Button type="submit" variant="primary" isPending={ask.isPending}>
        {t('signIn.send')}
      </Button>
    </Form>
  );
}
