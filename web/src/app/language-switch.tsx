import { Button } from 'react-aria-components';
import { languageFacts, type Language } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';

interface LanguageSwitchProps {
  /** After the page has changed, for instance to remember it in the person's file. */
  readonly onChange?: (language: Language) => void;
}

/** One press to the other language, which is named in itself. */
export function LanguageSwitch({ onChange }: LanguageSwitchProps) {
  const { language, change } = useLanguage();
  const other = language === 'ar' ? 'fr' : 'ar';
  const turn = (): void => {
    void change(other).then(() => onChange?.(other));
  };
  return (
    <Button className="language-switch" lang={other} onPress={turn}>
      {languageFacts[other].name}
    </Button>
  );
}
