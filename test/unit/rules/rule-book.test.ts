import { describe, expect, it } from 'vitest';

import { rightFrom } from '../../../contexts/registration/domain/right-from.ts';
import { readRuleBookData } from '../../../contexts/rules/rule-book-data.ts';
import { createRuleBook, currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import { ruleBookDataSchema } from '../../../contexts/rules/rule-book-schema.ts';
import type { RuleBookData } from '../../../contexts/rules/rule-book-schema.ts';
import { rowsOn } from '../../../contexts/rules/rule-row.ts';

const data = readRuleBookData();
const [firstTariff] = data.tariffs;
const changed = (changes: Partial<RuleBookData>) => () => createRuleBook({ ...data, ...changes });

describe('the rule book', () => {
  it('has the same version for the same rows, whatever their order', () => {
    const reversed = createRuleBook({
      ...data,
      tariffs: data.tariffs.toReversed(),
      rates: data.rates.toReversed(),
    });
    expect(reversed.version).toBe(currentRuleBook().version);
    expect(reversed.version).toMatch(/^rules-[0-9a-f]{16}$/);
  });

  it('has another version when a single value changes', () => {
    const tariffs = data.tariffs.map((row) => (row === firstTariff ? { ...row, unitCentimes: 8_001 } : row));
    expect(createRuleBook({ ...data, tariffs }).version).not.toBe(currentRuleBook().version);
  });

  it('keeps every row of the key letters, in force or not, known or not', () => {
    expect(data.tariffs).toHaveLength(44);
    expect(data.tariffs.filter(({ status }) => status === 'IN_FORCE')).toHaveLength(30);
    expect(data.tariffs.filter(({ unitCentimes }) => unitCentimes === null).map(({ code }) => code)).toEqual([
      'AMI',
      'SF',
      'K',
      'KE',
      'DIALYSE_SEANCE',
      'CHIMIO_CURE',
      'LITHOTRITIE_SEANCE',
      'OPTIQUE',
    ]);
  });

  it('has a way to each tariff in force: a letter or code that means it alone', () => {
    const isMeantAlone = ({ code, sector }: (typeof data.tariffs)[number]): boolean =>
      data.keyLetters.some(
        (letter) => letter.codes.join(' ') === code && (letter.sector === null || letter.sector === sector),
      );
    const inForce = data.tariffs.filter(({ status }) => status === 'IN_FORCE');
    expect(inForce.filter((tariff) => !isMeantAlone(tariff)).map(({ id }) => id)).toEqual([]);
  });

  it('uses no row that a source does not bear out', () => {
    const accepted = new Set<string>(currentRuleBook().settingsOn('2025-09-03').acceptedConfidences);
    const { sources, ...sections } = data;
    const inForce = Object.values(sections).flatMap((rows) =>
      rows.filter(({ status }) => status === 'IN_FORCE'),
    );
    expect(inForce.filter(({ confidence }) => !accepted.has(confidence))).toEqual([]);
    expect(inForce.filter((row) => !row.sources.every((source) => source in sources))).toEqual([]);
  });

  it('keeps the threshold of Tadamon as a decimal text', () => {
    expect(rowsOn(data.tadamonThresholds, '2025-01-01').map(({ scoreAtMost }) => scoreAtMost)).toEqual([
      '9.3264284',
    ]);
  });

  it('gives a category of workers to the source that reports it, with the dates of the decrees', () => {
    const rules = currentRuleBook();
    expect(rules.categoryOn('CPU', 'dgi', '2021-12-31')).toMatchObject({
      contributionsFrom: '2021-12-01',
      rightFrom: '2022-01-01',
    });
    expect(rules.categoryOn('CPU', 'barid', '2021-12-31')).toBeUndefined();
    expect(rules.categoryOn('FARMER', 'orders', '2021-12-31')).toBeUndefined();
  });

  it('lets the waiting period in force when contributions began give the right its known first day', () => {
    for (const row of data.registrationCategories)
      expect([
        row.category,
        rightFrom({ scheme: 'AMO_TNS', from: row.contributionsFrom }, currentRuleBook()),
      ]).toEqual([row.category, row.rightFrom]);
  });

  it('uses rows on their days, the first and the last included', () => {
    const row = { ...data.rates[0]!, validFrom: '2025-01-01', validTo: '2025-12-31' };
    const on = (day: string) => rowsOn([row], day).length;
    expect([on('2024-12-31'), on('2025-01-01'), on('2025-12-31'), on('2026-01-01')]).toEqual([0, 1, 1, 0]);
    expect(rowsOn([{ ...row, status: 'DRAFT' }], '2025-06-01')).toEqual([]);
  });

  it.each<[string, Partial<RuleBookData>, RegExp]>([
    [
      'the same id twice',
      { tariffs: [...data.tariffs, firstTariff!] },
      /tariff-c-private-2006 appears twice/,
    ],
    [
      'two tariffs of one day',
      { tariffs: [...data.tariffs, { ...firstTariff!, id: 'other' }] },
      /tariff-c-private-2006 and other apply on the same day/,
    ],
    [
      'an unknown source',
      { tariffs: [{ ...firstTariff!, sources: ['T9'] }, ...data.tariffs.slice(1)] },
      /the source T9/,
    ],
    ['no source', { rates: [{ ...data.rates[0]!, sources: [] }] }, /rate-salarie-private names no source/],
    [
      'an end before its beginning',
      { rates: [{ ...data.rates[0]!, validFrom: '2025-02-01', validTo: '2025-01-01' }] },
      /ends before it begins/,
    ],
    [
      'a right before its contributions',
      { registrationCategories: [{ ...data.registrationCategories[0]!, rightFrom: '2020-01-01' }] },
      /the right of category-cpu begins before its contributions/,
    ],
    [
      'a letter of an unknown code',
      { keyLetters: [{ ...data.keyLetters[0]!, codes: ['XX'] }] },
      /the code XX, which no tariff has/,
    ],
  ])('refuses %s and names the row', (_, changes, message) => {
    expect(changed(changes)).toThrow(message);
    expect(changed(changes)).toThrow('contexts/rules/data');
  });

  it('refuses a setting that would accept values nobody found', () => {
    const settings = [{ ...data.settings[0]!, acceptedConfidences: ['UNCERTAIN'] }];
    expect(ruleBookDataSchema.safeParse({ ...data, settings }).success).toBe(false);
  });

  it('says so when no settings are in force', () => {
    expect(() => createRuleBook({ ...data, settings: [] }).settingsOn('2025-01-01')).toThrow(
      'add a row to settings.json',
    );
  });
});
