import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { ProblemNotice } from '../ui/states.tsx';

const DIGITS = 9;

/** A code that is on its way. */
export interface SentCode {
  readonly registrationNumber: string;
  readonly continuation: string;
  readonly validSeconds: number;
}

export function NumberForm({ onSent }: { readonly onSent: (sent: SentCode) => void }) {
  const { t } = useTranslation('portal');
  const [written, setWritten] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const registrationNumber = written.replace(/\D/g, '');
  const isRight = registrationNumber.length === DIGITS;
  const ask = api.useMutation('post', '/api/portal-session', {
    onSuccess: (answer) => onSent({ ...answer, registrationNumber }),
  });
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isRight) ask.mutate({ body: { registrationNumber } });
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
      <Button type="submit" variant="primary" isPending={ask.isPending}>
        {t('signIn.send')}
      </Button>
    </Form>
  );
}
