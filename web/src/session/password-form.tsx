import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { ProblemNotice } from '../ui/states.tsx';

interface PasswordFormProps {
  readonly onAnswer: (userName: string) => (answer: components['schemas']['SignInAnswer']) => void;
}

export function PasswordForm({ onAnswer }: PasswordFormProps) {
  const { t } = useTranslation('session');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = api.useMutation('post', '/api/session', { onSuccess: onAnswer(userName) });
  return (
    <Form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ body: { userName, password } });
      }}
    >
      {signIn.error && <ProblemNotice problem={signIn.error} area="session" />}
      <TextField
        label={t('staff.userName')}
        value={userName}
        onChange={setUserName}
        autoComplete="username"
        isRequired
        isCode
      />
      <TextField
        label={t('staff.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        isRequired
      />
      <Button type="submit" variant="primary" isPending={signIn.isPending}>
        {t('staff.signIn')}
      </Button>
    </Form>
  );
}
