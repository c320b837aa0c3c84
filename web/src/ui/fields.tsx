import './fields.css';
import { Check } from 'lucide-react';
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  FieldError,
  Input,
  Label,
  RadioButton,
  RadioField as AriaRadioField,
  RadioGroup as AriaRadioGroup,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { Hint, type ChoiceProps, type FieldProps } from './field-parts.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'password' | 'search' | 'date' | 'tel';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly name?: string;
  /** Numbers and codes: written from left to right in every language. */
  readonly isCode?: boolean;
}

/** One line of text with its label, hint and fault. Dates are `type="date"`: the browser's own, in its own language. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, isCode = false, autoFocus = false, ...rest } = props;
  return (
    <AriaTextField {...rest} autoFocus={autoFocus} className="field" isInvalid={error !== undefined}>
      <Label>{label}</Label>
      <Hint>{hint}</Hint>
      <Input className={isCode ? 'input code' : 'input'} {...(isCode && { dir: 'ltr' })} />
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Some lines of text. */
export function TextArea({ label, hint, error, rows = 3, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined}>
      <Label>{label}</Label>
      <Hint>{hint}</Hint>
      <AriaTextArea className="input" rows={rows} dir="auto" />
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}

/** One of a few, all to be seen. */
export function RadioField<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, error, choices, value, onChange, ...rest } = props;
  return (
    <AriaRadioGroup
      {...rest}
      className="field"
      isInvalid={error !== undefined}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Label>{label}</Label>
      <Hint>{hint}</Hint>
      {choices.map((choice) => (
        <AriaRadioField key={choice.value} value={choice.value}>
          <RadioButton className="choice radio">
            <span className="choice-mark" aria-hidden />
            {choice.label}
          </RadioButton>
        </AriaRadioField>
      ))}
      <FieldError>{error}</FieldError>
    </AriaRadioGroup>
  );
}

interface CheckboxProps {
  readonly children: ReactNode;
  /** Left out in a group, which knows it by its value. */
  readonly isSelected?: boolean;
  readonly onChange?: (isSelected: boolean) => void;
  /** Names it within a group. */
  readonly value?: string;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest}>
      <CheckboxButton className="choice checkbox">
        <span className="choice-mark" aria-hidden>
          <Check size={16} strokeWidth={3} />
        </span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}
