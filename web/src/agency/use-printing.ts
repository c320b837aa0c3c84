import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { flushSync } from 'react-dom';
import { languages } from '../i18n/languages.ts';

/**
 * Prints slips: they are put on the page for as long as the window of the printer is open, and the page itself is not printed
 * meanwhile.
 */
export function usePrinting<Printed>() {
  const { i18n } = useTranslation('agency');
  const [slips, setSlips] = useState<readonly Printed[]>([]);
  useEffect(() => {
    const clear = () => setSlips([]);
    addEventListener('afterprint', clear);
    return () => removeEventListener('afterprint', clear);
  }, []);
  const print = async (printed: readonly Printed[]): Promise<void> => {
    // A slip is in both languages; the page has loaded the words of one.
    await i18n.loadLanguages(languages);
    flushSync(() => setSlips(printed));
    window.print();
  };
  return { slips, print, pageClass: slips.length === 0 ? undefined : 'no-print' };
}
