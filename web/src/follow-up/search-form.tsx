import { Search } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { readNumber } from '../../../contexts/follow-up/domain/typed-number.ts';
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
import { useKindNames } from './use-kind-names.ts';

interface SearchFormProps {
  readonly made: SearchInput | undefined;
  readonly today: string;
  readonly onSearch: (input: SearchInput) => void;
}

/** By what claims are searched for, and what is wrong with it. */
export function SearchForm({ made, today, onSearch }: SearchFormProps) {
  const { t } = useTranslation('follow-up');
  const [input, setInput] = useState(made ?? emptyInput(today));
  const [isChecked, setChecked] = useState(false);
  const faults = faultsOf(input);
  const kinds = readNumber(input.number).map(({ kind }) => kind);
  const namesOf = useKindNames();
  const set = (more: Partial<SearchInput>): void => setInput({ ...input, ...more });
  const errorOf = (field: keyof SearchInput): string | undefined => {
    const fault = faults[field];
    return isChecked && fault !== undefined ? t(fault) : undefined;
  };
  return (
    <Form
      className="card search-form no-print"
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
        {input.kind === 'number' && (
          <div>
            <TextField
              label={t('number')}
              hint={t('hint.number')}
              value={input.number}
              onChange={(number) => set({ number })}
              error={errorOf('number')}
              autoComplete="off"
              maxLength={60}
              isCode
            />
            <p className="taken-for" role="status">
              {kinds.length > 0 && t('takenFor', { kinds: namesOf(kinds) })}
            </p>
          </div>
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
        <Button type="submit" variant="primary">
          <Search aria-hidden size={18} />
          {t('search')}
        </Button>
      </div>
    </Form>
  );
}
