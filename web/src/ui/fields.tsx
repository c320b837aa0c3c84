import './fields.css';
import { Check, ChevronDown } from 'lucide-react';
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import {
  Button,
  CheckboxButton,
  CheckboxField,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  RadioButton,
  RadioField as AriaRadioField,
  RadioGroup as AriaRadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components';

interface FieldProps {
  readonly label: string;
  /** What to write, below the label. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it; the field is marked while there is one. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

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

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of many. */
export function SelectField<Value extends string>(props: ChoiceProps<Value> & { placeholder?: string }) {
  const { label, hint, error, choices, value, onChange, ...rest } = props;
  return (
    <Select
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
      <Button className="input select-button">
        <SelectValue />
        <ChevronDown aria-hidden size={18} />
      </Button>
      <FieldError>{error}</FieldError>
      <Popover className="popover">
        <ListBox className="menu">
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className="menu-item">
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
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
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
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

function Hint({ children }: { readonly children: ReactNode }) {
  if (children === undefined || children === null) return null;
  return (
    <Text slot="description" className="hint">
      {children}
    </Text>
  );
}
