import { CheckboxGroup, Label } from 'react-aria-components';
import { Checkbox } from '../../ui/fields.tsx';

interface CheckListProps<Value extends string | number> {
  readonly label: string;
  readonly items: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Some of several, all to be seen. */
export function CheckList<Value extends string | number>(props: CheckListProps<Value>) {
  const { label, items, chosen, onChange } = props;
  return (
    <CheckboxGroup
      className="field"
      value={chosen.map(String)}
      onChange={(keys) =>
        onChange(items.flatMap(({ value }) => (keys.includes(String(value)) ? [value] : [])))
      }
    >
      <Label>{label}</Label>
      {items.map((item) => (
        <Checkbox key={item.value} value={String(item.value)}>
          {item.label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
