import { Search } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { RadioField, TextField } from '../ui/fields.tsx';
import { SelectField } from '../ui/select-field.tsx';
import {
  claimStates,
  emptyInput,
  faultsOf,
  searchKinds,
  type SearchInput,
  type SearchKind,
} from './search-input.ts';

interface SearchFormProps {
  readonly made: SearchInput | undefined;
  readonly today: string;
  readonly isPending: boolean;
  readonly onSearch: (input: SearchInput) => void;
}

/** By what claims are searched for, and what is wrong with it. */
export function SearchForm({ made, today, isPending, onSearch }: SearchFormProps) {
  const { t } = useTranslation('follow-up');
  const [input, setInput] = useState(made ?? emptyInput(today));
  const [isChecked, setChecked] = useState(false);
  const faults = faultsOf(input);
  const set = (more: Partial<SearchInput>): void => setInput({ ...input, ...more });
  const errorOf = (field: keyof SearchInput): string | undefined => {
    const fault = faults[field];
    return isChecked && fault !== undefined ? t(fault) : undefined;
  };
  return (
    <Form
      className="card search-form"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (Object.keys(faults).length === 0) onSearch(input);
      }}
    >
      <RadioField<SearchKind>
        label={t('by')}
        choices={searchKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={input.kind}
        onChange={(kind) => {
          setChecked(false);
          set({ kind });
        }}
      />
      <div className="search-fields">
        {input.kind === 'reference' && (
          <TextField
            label={t('kind.reference')}
            hint={t('hint.reference')}
            value={input.reference}
            onChange={(reference) => set({ reference })}
            error={errorOf('reference')}
            maxLength={40}
            isCode
          />
        )}
        {input.kind === 'insured' && (
          <TextField
            label={t('kind.insured')}
            hint={t('hint.insured')}
            value={input.registrationNumber}
            onChange={(registrationNumber) => set({ registrationNumber })}
            error={errorOf('registrationNumber')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            isCode
          />
        )}
        {input.kind === 'cin' && (
          <TextField
            label={t('kind.cin')}
            hint={t('hint.cin')}
            value={input.cin}
            onChange={(cin) => set({ cin })}
            error={errorOf('cin')}
            autoComplete="off"
            maxLength={10}
            isCode
          />
        )}
        {input.kind === 'day' && (
          <>
            <TextField
              type="date"
              label={t('from')}
              value={input.from}
              onChange={(from) => set({ from })}
              error={errorOf('from')}
            />
            <TextField
              type="date"
              label={t('to')}
              value={input.to}
              onChange={(to) => set({ to })}
              error={errorOf('to')}
            />
            <SelectField
              label={t('state')}
              choices={[
                { value: 'any' as const, label: t('anyState') },
                ...claimStates.map((state) => ({ value: state, label: t(`claimState.${state}`) })),
              ]}
              value={input.state}
              onChange={(state) => set({ state })}
            />
            <TextField
              label={t('channel')}
              hint={t('hint.channel')}
              value={input.channelId}
              onChange={(channelId) => set({ channelId })}
              maxLength={40}
              isCode
            />
          </>
        )}
      </div>
      <div className="button-row">
        <Button type="submit" variant="primary" isPending={isPending}>
          <Search aria-hidden size={18} />
          {t('search')}
        </Button>
      </div>
    </Form>
  );
}
