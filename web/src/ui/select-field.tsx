import './fields.css';
import { ChevronDown } from 'lucide-react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { Hint, type ChoiceProps } from './field-parts.tsx';

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
