import type { ReactNode } from 'react';
import { Text } from 'react-aria-components';

/** What every field has. */
export interface FieldProps {
  readonly label: string;
  /** What to write, below the label. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it; the field is marked while there is one. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A field whose value is one of some. */
export interface ChoiceProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** The words below a label. */
export function Hint({ children }: { readonly children: ReactNode }) {
  if (children === undefined || children === null) return null;
  return (
    <Text slot="description" className="hint">
      {children}
    </Text>
  );
}
