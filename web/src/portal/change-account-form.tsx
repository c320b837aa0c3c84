import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Trans, useTranslation } from 'react-i18next';
import { isValidRib } from '../../../contexts/shared/identifiers/rib.ts';
import { api } from '../api/client.ts';
import { replaceAnswer } from '../api/replace-answer.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Notice, ProblemNotice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';

interface ChangeAccountFormProps {
  readonly account: components['schemas']['MyAccount'];
  readonly onDone: () => void;
}

/** Asks for another account; says before what it means: a delay, a message to the phone, and payments that wait. */
export function ChangeAccountForm({ account, onDone }: ChangeAccountFormProps) {
  const { t } = useTranslation('portal');
  const queries = useQueryClient();
  const [written, setWritten] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const rib = written.replace(/\D/g, '');
  const isRight = isValidRib(rib);
  const ask = api.useMutation('post', '/api/portal/account/change', {
    onSuccess: async (changed) => {
      await replaceAnswer(queries, api.queryOptions('get', '/api/portal/account').queryKey, changed);
      announce(t('account.asked'));
      onDone();
    },
  });
  return (
    <Form
      className="stack"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isRight) ask.mutate({ body: { rib } });
      }}
    >
      <Notice tone="warning" title={t('account.before')}>
        <ul className="portal-reasons">
          <li>{t('account.delay', { count: account.delayDays })}</li>
          <li>{t('account.hold', { count: account.holdDays })}</li>
          <li>
            <Trans
              t={t}
              i18nKey="account.message"
              values={{ ending: account.phoneEnding ?? '' }}
              components={{ code: <bdi dir="ltr" /> }}
            />
          </li>
        </ul>
      </Notice>
      {ask.error && <ProblemNotice problem={ask.error} area="portal" />}
      <TextField
        label={t('account.rib')}
        hint={t('account.ribHint')}
        value={written}
        onChange={setWritten}
        inputMode="numeric"
        autoComplete="off"
        error={isChecked && !isRight ? t('account.ribWrong') : undefined}
        isCode
        autoFocus
      />
      <div className="button-row">
        <Button type="submit" variant="primary" isPending={ask.isPending}>
          {t('account.send')}
        </Button>
        <Button onPress={onDone}>{t('account.notNow')}</Button>
      </div>
    </Form>
  );
}
