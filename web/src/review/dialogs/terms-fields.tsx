import { useTranslation } from 'react-i18next';
import { useSchemeName } from '../../i18n/use-scheme-name.ts';
import { TextField } from '../../ui/fields.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { schemesOf, termNamesOf, type Finding, type TermTexts } from './terms.ts';

interface TermsFieldsProps {
  readonly finding: Finding;
  /** Names the finding in the labels. */
  readonly of: string;
  readonly texts: TermTexts;
  readonly onChange: (texts: TermTexts) => void;
}

/** What has to be said in place of what the rules leave open: the scheme that pays, a reference price, a rate. */
export function TermsFields({ finding, of, texts, onChange }: TermsFieldsProps) {
  const { t } = useTranslation('review');
  const schemeName = useSchemeName();
  return termNamesOf(finding).map((name) =>
    name === 'scheme' ? (
      <SelectField
        key={name}
        label={t('override.terms.scheme', { of })}
        choices={schemesOf(finding).map((scheme) => ({ value: scheme, label: schemeName(scheme) }))}
        value={schemesOf(finding).find((scheme) => scheme === texts.scheme) ?? null}
        onChange={(scheme) => onChange({ ...texts, scheme })}
      />
    ) : (
      <TextField
        key={name}
        label={t(`override.terms.${name}`, { of })}
        value={texts[name] ?? ''}
        onChange={(text) => onChange({ ...texts, [name]: text })}
        inputMode="decimal"
        isCode
      />
    ),
  );
}
