import type { Centimes } from '../../../../contexts/shared/money.ts';

/** How a form writes its dates. */
export type DateStyle =
  | 'slash'
  | 'dash'
  | 'dash-bare'
  | 'dots'
  | 'dots-short'
  | 'spaces'
  | 'iso'
  | 'month-name'
  | 'arabic-month'
  | 'eastern-digits'
  | 'solid';

/** How a form writes its amounts. */
export interface AmountStyle {
  readonly decimal: ',' | '.';
  readonly thousands: ' ' | '.' | '';
  /** `DH` and the like, with what stands before it. */
  readonly unit: '' | 'DH' | ' DH' | 'Dhs' | ' Dhs' | ' MAD';
  /** `250` for 250.00, where an amount has no centimes. */
  readonly isShort: boolean;
}

export type RibStyle = 'solid' | 'parts' | 'fours' | 'cells';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;
const ARABIC_MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'ماي',
  'يونيو',
  'يوليوز',
  'غشت',
  'شتنبر',
  'أكتوبر',
  'نونبر',
  'دجنبر',
] as const;
const EASTERN_DIGITS = '٠١٢٣٤٥٦٧٨٩';

/** A day (ISO date) as a form has it. */
export function printDate(day: string, style: DateStyle): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const index = Number(month) - 1;
  switch (style) {
    case 'slash':
      return `${date}/${month}/${year}`;
    case 'dash':
      return `${date}-${month}-${year}`;
    case 'dash-bare':
      return `${Number(date)}-${Number(month)}-${year}`;
    case 'dots':
      return `${date}.${month}.${year}`;
    case 'dots-short':
      return `${date}.${month}.${year.slice(2)}`;
    case 'spaces':
      return `${date} ${month} ${year}`;
    case 'iso':
      return day;
    case 'month-name':
      return `${Number(date)} ${MONTHS[index] ?? ''} ${year}`;
    case 'arabic-month':
      return `${Number(date)} ${ARABIC_MONTHS[index] ?? ''} ${year}`;
    case 'eastern-digits':
      return Array.from(`${date}/${month}/${year}`, (character) =>
        /\d/.test(character) ? EASTERN_DIGITS.charAt(Number(character)) : character,
      ).join('');
    case 'solid':
      return date + month + year;
  }
}

export function printAmount(amountCentimes: Centimes, style: AmountStyle): string {
  const { dirhams, centimes } = splitAmount(amountCentimes, style.thousands);
  const number = style.isShort && centimes === '00' ? dirhams : dirhams + style.decimal + centimes;
  return number + style.unit;
}

/** An amount in the one way of writing that truths have. */
export function asInTruth(amountCentimes: Centimes): string {
  return printAmount(amountCentimes, { decimal: ',', thousands: ' ', unit: '', isShort: false });
}

/** Dirhams and centimes for columns of their own. */
export function splitAmount(
  amountCentimes: Centimes,
  thousands: AmountStyle['thousands'],
): { readonly dirhams: string; readonly centimes: string } {
  const whole = Math.floor(amountCentimes / 100).toString();
  return {
    dirhams: whole.replace(/\B(?=(\d{3})+$)/g, thousands),
    centimes: (amountCentimes % 100).toString().padStart(2, '0'),
  };
}

export function printRib(rib: string, style: RibStyle): string {
  if (style === 'parts') return [rib.slice(0, 3), rib.slice(3, 6), rib.slice(6, 22), rib.slice(22)].join(' ');
  if (style === 'fours') return rib.replace(/(\d{4})(?=\d)/g, '$1 ');
  return rib;
}
