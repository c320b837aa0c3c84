import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { replaceAnswer } from '../api/replace-answer.ts';
import { languageFacts, languages, type Language } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { profileQuery } from '../session/signed-in.ts';
import { RadioField } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';
import { useProfile } from './use-profile.ts';

/** The language of messages to the phone; the page follows. */
export function LanguageSection() {
  const { t, i18n } = useTranslation('portal');
  const queries = useQueryClient();
  const router = useRouter();
  const profile = useProfile();
  const { change: changePage } = useLanguage();
  const change = api.useMutation('put', '/api/portal/language');
  const choose = (language: Language): void => {
    change.mutate(
      { body: { language } },
      {
        onSuccess: () => {
          void replaceAnswer(queries, profileQuery.queryKey, { ...profile, language })
            .then(() => router.invalidate())
            .then(() => changePage(language))
            // In the language that was chosen, not in the one that the page was in.
            .then(() => announce(i18n.getFixedT(language, 'portal')('language.changed')));
        },
      },
    );
  };
  return (
    <Section title={t('language.title')}>
      {change.error && <ProblemNotice problem={change.error} area="portal" />}
      <RadioField
        label={t('language.label')}
        hint={t('language.hint')}
        choices={languages.map((value) => ({ value, label: languageFacts[value].name }))}
        value={profile.language}
        onChange={choose}
        isDisabled={change.isPending}
      />
    </Section>
  );
}
