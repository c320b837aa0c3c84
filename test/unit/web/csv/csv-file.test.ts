import { describe, expect, it } from 'vitest';
import { csvFileName, writeCsv } from '../../../../web/src/ui/csv/csv-file.ts';

describe('a file for spreadsheets', () => {
  const headers = ['Jour', 'Montant payé (DH)'];

  it.each(['fr-MA', 'ar-MA'])(
    'has dirhams with two decimals and a comma, as spreadsheets in %s read them',
    (locale) => {
      const rows = [
        ['2026-11-01', { units: 123_450, digits: 2 }],
        ['2026-11-02', { units: 5, digits: 2 }],
      ];
      expect(writeCsv({ headers, rows }, locale)).toBe(
        '\uFEFFJour;Montant payé (DH)\r\n2026-11-01;1234,50\r\n2026-11-02;0,05\r\n',
      );
    },
  );

  it('has a point where the language writes one', () => {
    expect(writeCsv({ headers: ['a'], rows: [[{ units: 15, digits: 1 }]] }, 'en-GB')).toContain('1.5');
  });

  it('has its headings also where there is nothing below them', () => {
    expect(writeCsv({ headers, rows: [] }, 'fr-MA')).toBe('\uFEFFJour;Montant payé (DH)\r\n');
  });

  it('runs nothing of what others wrote', () => {
    expect(writeCsv({ headers: ['=1+1'], rows: [['@SUM(A1)']] }, 'fr-MA')).toBe(
      "\uFEFF'=1+1\r\n'@SUM(A1)\r\n",
    );
  });

  it('is called by what it holds, in letters that every system takes', () => {
    expect(csvFileName(['milaf', 'Revue : rapidité et concordance', '2026-11-01'])).toBe(
      'milaf-Revue-rapidité-et-concordance-2026-11-01.csv',
    );
    expect(csvFileName(['milaf', 'ملفات في اليوم'])).toBe('milaf-ملفات-في-اليوم.csv');
  });
});
