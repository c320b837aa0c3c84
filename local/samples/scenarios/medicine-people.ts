import { yearsBefore } from './calendar.ts';
import type { Household } from './household.ts';

/** The invented people of the demonstration whose forms have medicines. */
export const MEDICINE_PEOPLE = {
  hicham: {
    registrationNumber: '186530274',
    cin: 'BH502917',
    family: 'SEBBAR',
    given: 'Hicham',
    birthDate: '1976-05-17',
    sex: 'M',
    address: '27, rue Al Farabi',
    city: 'Casablanca',
    phone: '+212600000121',
    language: 'fr',
    scheme: 'AMO_SALARIE',
    account: '0077800005120983467105',
  },
  zineb: {
    registrationNumber: '152704936',
    cin: 'EE618352',
    family: 'MANSOURI',
    given: 'Zineb',
    birthDate: '1989-10-08',
    sex: 'F',
    address: '6, avenue Al Mouahidine',
    city: 'Marrakech',
    phone: '+212600000122',
    language: 'ar',
    scheme: 'AMO_TNS',
    account: '1453302110098765432140',
  },
  abdellah: {
    registrationNumber: '139461758',
    cin: 'CD417306',
    family: 'KETTANI',
    given: 'Abdellah',
    birthDate: '1963-02-25',
    sex: 'M',
    address: '11, rue Moulay Rachid',
    city: 'Fès',
    phone: '+212600000123',
    language: 'fr',
    scheme: 'AMO_SALARIE',
    account: '0072700003317642098556',
  },
  naima: {
    registrationNumber: '174093815',
    cin: 'GK290643',
    family: 'BOUZIDI',
    given: 'Naima',
    birthDate: '1987-07-30',
    sex: 'F',
    address: '40, hay El Wahda',
    city: 'Kénitra',
    phone: '+212600000124',
    language: 'ar',
    scheme: 'AMO_SALARIE',
    account: '3506400000000912837465',
  },
  aicha: {
    registrationNumber: '121857049',
    cin: 'AE274081',
    family: 'RAHMOUNI',
    given: 'Aicha',
    birthDate: '1958-12-03',
    sex: 'F',
    address: '8, rue Oued Sebou',
    city: 'Salé',
    phone: '+212600000125',
    language: 'ar',
    scheme: 'AMO_TADAMON',
    account: '0118100000219876540032',
  },
  khalid: {
    registrationNumber: '168320597',
    cin: 'JC380726',
    family: 'TAZI',
    given: 'Khalid',
    birthDate: '1981-04-11',
    sex: 'M',
    address: '15, rue de la Plage',
    city: 'Agadir',
    phone: '+212600000126',
    language: 'fr',
    scheme: 'AMO_ACHAMIL',
    account: '2304502118800446622019',
  },
} as const satisfies Record<string, Household>;

/** Naima's son is six on any day the demonstration runs. */
export function naimaWithChild(today: string): Household {
  const birthDate = yearsBefore(today, 6, 95);
  return {
    ...MEDICINE_PEOPLE.naima,
    relatives: [{ dependantId: '1', link: 'child', family: 'BOUZIDI', given: 'Adam', birthDate, sex: 'M' }],
  };
}
