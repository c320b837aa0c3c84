import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Notice, ProblemNotice } from '../ui/states.tsx';
import type { SentCode } from './number-form.tsx';

/** Of a code for one sign-in, and of one that opens any of the number. */
const DIGITS = [6, 16];

interface CodeFormProps {
  readonly sent: SentCode;
  readonly onSignedIn: () => void;
  readonly onBack: () => void;
}

export function CodeForm({ sent, onSignedIn, onBack }: CodeFormProps) {
  const { t } = useTranslation('portal');
  const { registrationNumber, reference, validSeconds } = sent;
  const [continuation, setContinuation] = useState(sent.continuation);
  const [written, setWritten] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const code = written.replace(/\D/g, '');
  const isWhole = DIGITS.includes(code.length);
  const answer = api.useMutation('post', '/api/portal-session/code', {
    onSuccess: (result) => {
      if (result.status === 'signed-in') {
        onSignedIn();
        return;
      }
      setContinuation(result.continuation);
      setIsWrong(true);
    },
  });
  const error = isWrong ? t('signIn.codeRefused') : isChecked && !isWhole ? t('signIn.codeWrong') : undefined;
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isWhole) answer.mutate({ body: { registrationNumber, continuation, code } });
      }}
    >
      <Notice tone="info">
        <p>{t('signIn.sent', { count: Math.round(validSeconds / 60) })}</p>
        <p>{t('signIn.reference', { reference })}</p>
        <p>{t('signIn.notCome')}</p>
      </Notice>
      {answer.error && <ProblemNotice problem={answer.error} area="portal" />}
      <TextField
        label={t('signIn.code')}
        value={written}
        onChange={(text) => {
          setWritten(text);
          setIsWrong(false);
        }}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={error}
        autoFocus
        isCode
      />
      <Button type="submit" variant="primary" isPending={answer.isPending}>
        {t('signIn.enter')}
      </Button>
      <Button variant="quiet" onPress={onBack}>
        {t('signIn.again')}
      </Button>
    </Form>
  );
}
