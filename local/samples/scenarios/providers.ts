import type { Provider } from '../../../contexts/registry/records/registry-records.ts';

const SINCE = '2015-01-01';

/** The invented doctors and facilities of the demonstration. */
export const PROVIDERS = {
  cardiologist: {
    type: 'provider',
    inpe: '091024578',
    name: 'Dr ALAOUI Samira',
    specialty: 'Cardiologie',
    sector: 'PRIVATE',
    place: 'Casablanca',
    from: SINCE,
  },
  generalist: {
    type: 'provider',
    inpe: '141209983',
    name: 'Dr BERRADA Nabil',
    specialty: 'Médecine générale',
    sector: 'PRIVATE',
    place: 'Meknès',
    from: SINCE,
  },
  publicPaediatrician: {
    type: 'provider',
    inpe: '101337462',
    name: 'Dr CHRAIBI Omar',
    specialty: 'Pédiatrie',
    sector: 'PUBLIC',
    place: 'Rabat',
    from: SINCE,
  },
  gynaecologist: {
    type: 'provider',
    inpe: '161027745',
    name: 'Dr ZNIBER Amal',
    specialty: 'Gynécologie',
    sector: 'PRIVATE',
    place: 'Tanger',
    from: SINCE,
  },
  surgeon: {
    type: 'provider',
    inpe: '151046639',
    name: 'Dr SEBTI Hicham',
    specialty: 'Chirurgie',
    sector: 'PRIVATE',
    place: 'Settat',
    from: SINCE,
  },
  clinic: {
    type: 'provider',
    inpe: '071204588',
    name: 'Clinique AL AMANE',
    specialty: 'Clinique',
    sector: 'PRIVATE',
    place: 'Casablanca',
    from: SINCE,
  },
} as const satisfies Record<string, Provider>;
