import { describe, expect, it } from 'vitest';

import { isMisreadName } from '../../../../contexts/shared/identifiers/misread-names.ts';

describe('a name that OCR misread', () => {
  it.each([
    ['TERKAOUI Driss', 'CHERKAOUI', 'Driss'],
    ['CHERKAOU! Driss', 'CHERKAOUI', 'Driss'],
    ['Driss CHERKAOU1', 'CHERKAOUI', 'Driss'],
    ['LAHLOU Karirn', 'LAHLOU', 'Karim'],
    ['BERADA SaIma', 'BERRADA', 'Salma'],
    ['EL AMRANl Jalil', 'EL AMRANI', 'Jalil'],
    ['EI FASSI Hanane', 'EL FASSI', 'Hanane'],
    ['BENNANl Yousef', 'BENNANI', 'Youssef'],
    ['NACIR1 0mar', 'NACIRI', 'Omar'],
    ['ALA0UI Saïd', 'ALAOUI', 'Said'],
    ['TAHTRT Aziz', 'TAHIRI', 'Aziz'],
  ])('%s may be %s %s', (read, family, given) => {
    expect(isMisreadName(read, { family, given })).toBe(true);
  });

  it.each([
    ['CHERKAOUI Yassine', 'CHERKAOUI', 'Youssef'],
    ['CHERKAOUI Fatiha', 'CHERKAOUI', 'Fatima'],
    ['CHERKAOUI Karima', 'CHERKAOUI', 'Karim'],
    ['CHERKAOUI Amine', 'CHERKAOUI', 'Amina'],
    ['CHERKAOUI', 'CHERKAOUI', 'Driss'],
    ['Driss', 'CHERKAOUI', 'Driss'],
    ['TAHIRI Driss', 'CHERKAOUI', 'Driss'],
    ['TAZI Driss', 'NACIRI', 'Driss'],
    ['ALAMI Omar', 'ALAOUI', 'Omar'],
    ['TAHIRI Azit', 'TAHIRI', 'Aziz'],
    ['FEKAOUI Driss', 'CHERKAOUI', 'Driss'],
    ['العلوي محمد', 'ALAOUI', 'Mohamed'],
    ['', 'ALAOUI', 'Mohamed'],
  ])('%s is not %s %s', (read, family, given) => {
    expect(isMisreadName(read, { family, given })).toBe(false);
  });
});
