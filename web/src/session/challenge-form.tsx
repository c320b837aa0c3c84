import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Notice, ProblemNotice } from '../ui/states.tsx';
import { Reference } from '../ui/values.tsx';

type SignInAnswer = components['schemas']['SignInAnswer'];
export type Challenge = Extract<SignInAnswer, { status: 'challenged' }> & { readonly userName: string };

interface ChallengeFormProps {
  readonly challenge: Challenge;
  readonly onAnswer: (answer: SignInAnswer) => void;
  readonly onCancel: () => void;
}

/** What an account asks for besides its password: a new one, or a code. */
export function ChallengeForm({ challenge, onAnswer, onCancel }: ChallengeFormProps) {
  const { t } = useTranslation('session');
  const [given, setGiven] = useState('');
  const answer = api.useMutation('post', '/api/session/challenge', { onSuccess: onAnswer });
  const { userName, challenge: kind, continuation, authenticatorSecret } = challenge;
  const isPassword = kind === 'NEW_PASSWORD';
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate({ body: { userName, challenge: kind, continuation, answer: given } });
      }}
    >
      <Notice tone="info">{t(`challenge.${kind}.text`)}</Notice>
      {authenticatorSecret !== undefined && (
        <p>
          {t('challenge.secret')} <Reference>{authenticatorSecret}</Reference>
        </p>
      )}
      {answer.error && <ProblemNotice problem={answer.error} area="session" />}
      <TextField
        autoFocus
        label={t(`challenge.${kind}.label`)}
        value={given}
        onChange={setGiven}
        type={isPassword ? 'password' : 'text'}
        autoComplete={isPassword ? 'new-password' : 'one-time-code'}
        inputMode={isPassword ? 'text' : 'numeric'}
        isRequired
        isCode
      />
      <div className="button-row">
        <Button type="submit" variant="primary" isPending={answer.isPending}>
          {t('challenge.continue')}
        </Button>
        <Button onPress={onCancel}>{t('challenge.cancel')}</Button>
      </div>
    </Form>
  );
}
