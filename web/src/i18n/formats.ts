import { useMemo } from 'react';
import { languageFacts, type Language } from './languages.ts';
import { useLanguage } from './use-language.ts';

/** Days and hours are those of Morocco, wherever the reader is. */
const timeZone = 'Africa/Casablanca';

/** How amounts, dates and numbers are written in a language. */
export function formatsOf(language: Language) {
  const { locale } = languageFacts[language];
  const amount = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const shortDay = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone,
  });
  const monthOfYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const currency = language === 'ar' ? 'درهم' : 'DH';
  // A date without a time is that day anywhere: noon keeps it from sliding over midnight.
  const dateOf = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);
  return {
    /** @param centimes a whole number of centimes */
    money: (centimes: number): string => `${amount.format(centimes / 100)}\u00a0${currency}`,
    number: (value: number): string => number.format(value),
    /** @param ratio 1 is the whole */
    percent: (ratio: number): string => percent.format(ratio),
    /** @param iso a date, or a moment */
    date: (iso: string): string => day.format(dateOf(iso)),
    /** @param iso a date, or a moment */
    shortDate: (iso: string): string => shortDay.format(dateOf(iso)),
    /** @param yearMonth YYYY-MM */
    month: (yearMonth: string): string => monthOfYear.format(dateOf(`${yearMonth}-15`)),
    /** @param iso a moment */
    dateTime: (iso: string): string => moment.format(dateOf(iso)),
    /** @param iso a moment */
    time: (iso: string): string => clock.format(dateOf(iso)),
  };
}

export function useFormats() {
  const { language } = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}
