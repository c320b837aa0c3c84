import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** Prints the page as it is, without what leads to other pages. */
export function PrintButton({ label }: { readonly label?: string }) {
  const { t } = useTranslation('app');
  return (
    <span className="no-print">
      <Button onPress={() => window.print()}>
        <Printer aria-hidden size={18} />
        {label ?? t('print')}
      </Button>
    </span>
  );
}
