import {
  FieldError,
  Input,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
  TextField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { fieldKey } from '../field-order.ts';
import { useWork } from '../work/review-work.ts';

interface FieldInputProps {
  readonly field: ReviewField;
  readonly label: string;
  /** Ids of what is said of the value beside it: doubts, and why it is believed. */
  readonly describedBy: string;
}

const isNumeric = (kind: ReviewField['kind']): boolean =>
  kind === 'amount' || kind === 'coefficient' || kind === 'count' || kind === 'number' || kind === 'date';

/** A field that is keyed. Numbers, dates and codes run from left to right; names as their letters do. */
export function TextInput(props: FieldInputProps & { readonly error: string | undefined }) {
  const { field, label, describedBy, error } = props;
  const { t } = useTranslation('review');
  const work = useWork();
  const key = fieldKey(field);
  const isName = field.kind === 'name' || field.field === 'specialty';
  return (
    <TextField
      className="field compact"
      value={work.textOf(field)}
      onChange={(text) => work.type(key, text)}
      isReadOnly={!work.canChange(field)}
      isInvalid={error !== undefined}
      autoComplete="off"
      aria-describedby={describedBy}
    >
      <Label>{label}</Label>
      <Input
        className={isName ? 'input' : 'input code'}
        dir={isName ? 'auto' : 'ltr'}
        inputMode={isNumeric(field.kind) ? 'decimal' : 'text'}
        placeholder={field.field === 'medicineCode' ? t('medicines.hint') : ''}
        spellCheck={false}
      />
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

/** A box of the form that is ticked or not: one of a few. */
export function ChoiceInput({ field, label, describedBy }: FieldInputProps) {
  const { t } = useTranslation('words');
  const work = useWork();
  const key = fieldKey(field);
  const value = work.textOf(field);
  return (
    <RadioGroup
      className="field compact"
      orientation="horizontal"
      value={value === '' ? null : value}
      onChange={(chosen) => work.type(key, chosen)}
      isReadOnly={!work.canChange(field)}
      aria-describedby={describedBy}
    >
      <Label>{label}</Label>
      <div className="field-choices">
        {(field.choices ?? []).map((choice) => (
          <RadioField key={choice} value={choice}>
            <RadioButton className="choice radio">
              <span className="choice-mark" aria-hidden />
              {t(`choice.${choice}`)}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
