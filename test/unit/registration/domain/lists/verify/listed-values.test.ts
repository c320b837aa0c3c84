import { describe, expect, it } from 'vitest';
import {
  parseListedDate,
  parseListedOrHijriDate,
  swappedDate,
} from '../../../../../../contexts/registration/domain/lists/verify/listed-date.ts';
import { parseListedMobile } from '../../../../../../contexts/registration/domain/lists/verify/listed-mobile.ts';
import { nameWords } from '../../../../../../contexts/registration/domain/lists/verify/name-words.ts';
import { remembered } from '../../../../../../contexts/registration/domain/lists/verify/remembered.ts';

describe('a day in a list', () => {
  it.each([
    '1984-02-29',
    '1984/02/29',
    '19840229',
    '29/02/1984',
    '29-2-1984',
    '29.02.1984',
    '٢٩/٠٢/١٩٨٤',
    '1984-02-29T00:00:00',
    '29/02/1984 00:00',
  ])('is read from %s', (text) => {
    expect(parseListedDate(text)).toBe('1984-02-29');
  });

  it.each([
    '',
    '29/02/1985',
    '02/29/1984',
    '29/02/84',
    '1984',
    '30742',
    '29/02-1984',
    '1984-02-29 10:00',
    '0000-00-00',
  ])('is not read from %j', (text) => {
    expect(parseListedDate(text)).toBeUndefined();
  });

  // Days of the Umm al-Qura calendar as published: 1 Shawwal 1442 was 13 May 2021, 1 Ramadan 1445 was 11 March 2024.
  it.each([
    ['01/10/1442', '2021-05-13'],
    ['1445-09-01', '2024-03-11'],
    ['1442/10/01 هـ', '2021-05-13'],
    ['1442/10/1 هـ', undefined],
    ['1/10/1442 هـ', '2021-05-13'],
    ['1/10/1442H', '2021-05-13'],
    ['١/١٠/١٤٤٢', '2021-05-13'],
    ['1984-02-29', '1984-02-29'],
    ['14421001', undefined],
    ['31/10/1442', undefined],
    ['1/1/1299', undefined],
  ])('of RAMED may be Hijri: %s', (text, expected) => {
    expect(parseListedOrHijriDate(text)).toBe(expected);
  });

  it('has day and month swapped only where that is a day', () => {
    expect(swappedDate('1984-02-05')).toBe('1984-05-02');
    expect(swappedDate('1984-02-29')).toBe('1984-02-29');
  });
});

describe('a mobile in a list', () => {
  it.each([
    '0612345678',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    '612345678',
    '+212612345678',
    '+212 6 12 34 56 78',
    '00212612345678',
    '+212 (0) 6 12 34 56 78',
    '٠٦١٢٣٤٥٦٧٨',
    '0522304050 / 0612345678',
    '0612345678 ou 0522304050',
  ])('is read from %s', (text) => {
    expect(parseListedMobile(text)).toBe('+212612345678');
  });

  it.each(['', '0522304050', '06123', '061234567890', '+33612345678', 'néant'])(
    'is not read from %j',
    (text) => {
      expect(parseListedMobile(text)).toBeUndefined();
    },
  );
});

describe('the words of a name', () => {
  it.each([
    ['محمد', 'مُحَمَّد', 'Mohamed', 'Mohammed', 'MOHAMMED', 'Muhammad', 'Mhamed', 'امحمد', 'محـمد'],
    ['El Idrissi', 'AL-IDRISSI', 'Idrissi', 'Elidrissi', 'الإدريسي', 'إدريسي'],
    ['Ben Ali', 'Benali', 'BEN-ALI', 'بن علي', 'بنعلي'],
    ['Bou Zidi', 'Bouzidi', 'بوزيدي'],
    ['Abdellah', 'Abd Allah', 'عبد الله', 'عبدالله'],
    ['Abderrahman', 'Abderrahmane', 'Abdelrahman', 'عبد الرحمن', 'عبد الرحمان'],
    ['Abdellatif', 'Abd El Latif', 'عبد اللطيف'],
    ['Nour Eddine', 'Noureddine', 'Nour-Eddine', 'نور الدين'],
    ['Fatima Zahra', 'Fatimazahra', 'Fatima-Ezzahra', 'فاطمة الزهراء'],
    ['Fatima Zahra Amina', 'Amina Fatima-Zahra', 'أمينة فاطمة الزهراء'],
    ['Khadija', 'Khadidja', 'خديجة'],
    ['Cherkaoui', 'El Cherkaoui', 'الشرقاوي'],
    ['Ait Taleb', 'Aittaleb', 'ايت طالب'],
  ])('have the same consonants in all of its spellings: %s, %s, ...', (...spellings) => {
    const [first, ...others] = spellings.map((name) => nameWords(name).skeleton);

    expect(first).not.toBe('');
    expect(others).toEqual(others.map(() => first));
  });

  it.each([
    ['Karim', 'Karam Ali'],
    ['Samira', 'Samir Alami'],
    ['حسن', 'حسام'],
    ['Bennani', 'Berrada'],
  ])('have other consonants where the names are others: %s, %s', (one, other) => {
    expect(nameWords(one).skeleton).not.toBe(nameWords(other).skeleton);
  });

  it('are the same in both scripts for frequent given names, and near for others', () => {
    expect(nameWords('محمد').words).toBe(nameWords('Mohammed').words);
    expect(nameWords('بوزيدي').words).toBe(nameWords('Bouzidi').words);
  });

  it('are never nothing', () => {
    expect(nameWords('Aya')).toEqual({ words: 'aia', skeleton: 'a' });
    expect(nameWords('آية').skeleton).toBe('a');
  });
});

describe('what is remembered', () => {
  it('is computed once while it comes often, and given up for what is newer', () => {
    const computed: string[] = [];
    const upper = remembered((text) => {
      computed.push(text);
      return text.toUpperCase();
    }, 2);

    expect(['a', 'b', 'a', 'c', 'a', 'd', 'e', 'b'].map(upper)).toEqual([
      'A',
      'B',
      'A',
      'C',
      'A',
      'D',
      'E',
      'B',
    ]);
    expect(computed).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
  });
});
