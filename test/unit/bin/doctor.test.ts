import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { doctorText } from '../../../bin/commands/doctor.ts';
import { nodeFinding } from '../../../bin/doctor/examine-machine.ts';
import { ok, problem, warning } from '../../../bin/doctor/finding.ts';
import { quotaFinding, smsFindings, wantedQuotas } from '../../../bin/doctor/judge-account.ts';
import { clockFinding, versionFinding } from '../../../bin/doctor/judge-stage.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const clock = (seconds: number) => clockFinding(new Date(NOW.getTime() - seconds * 1000).toUTCString(), NOW);

describe('the doctor', () => {
  it.each([
    [0, 'ok'],
    [-29, 'ok'],
    [30, 'warning'],
    [-299, 'warning'],
    [300, 'problem'],
    [-3600, 'problem'],
  ])('finds a clock that is %i seconds ahead: %s', (seconds, state) => {
    expect(clock(seconds).state).toBe(state);
  });

  it('says which way the clock is wrong, and warns where it cannot be compared', () => {
    expect(clock(400).message).toContain('400 s ahead of that of AWS');
    expect(clock(-400).message).toContain('400 s behind that of AWS');
    expect(clockFinding(undefined, NOW).state).toBe('warning');
    expect(clockFinding('no date', NOW).state).toBe('warning');
  });

  it('compares the version that is deployed with its own', () => {
    expect(versionFinding('1.2.3', '1.2.3')).toMatchObject({ state: 'ok' });
    expect(versionFinding('1.2.2', '1.2.3')).toMatchObject({
      state: 'warning',
      message: '1.2.3 here, 1.2.2 deployed',
    });
    expect(versionFinding(undefined, '1.2.3').state).toBe('warning');
  });

  it('finds the quotas by the names that AWS gives them, and warns below what is wanted', () => {
    const quotas = [
      { name: 'Transactions per second per account for the StartDocumentTextDetection operation', value: 1 },
      { name: 'Transactions per second per account for the GetDocumentTextDetection operation', value: 25 },
      { name: 'Transactions per second per account for the DetectDocumentText operation', value: 5 },
      { name: 'Concurrent executions', value: 10 },
    ];
    const found = wantedQuotas.map((wanted) => quotaFinding(wanted, quotas));
    expect(found.map(({ state }) => state)).toEqual(['warning', 'ok', 'ok', 'warning', 'warning']);
    expect(found[0]?.message).toBe('1, and 12 are wanted for 90,000 files a day');
    expect(found[3]?.message).toBe('AWS does not say');
  });

  it('warns of an account that may not send SMS yet', () => {
    const states = (isInSandbox: boolean, monthlySpendLimit: number | undefined) =>
      smsFindings({ isInSandbox, monthlySpendLimit }).map(({ state }) => state);
    expect(states(true, 1)).toEqual(['warning', 'warning']);
    expect(states(false, undefined)).toEqual(['ok', 'warning']);
    expect(states(false, 10_000)).toEqual(['ok', 'ok']);
  });

  it('has a problem with a Node that is too old', () => {
    expect(nodeFinding('24.1.0', '/node').state).toBe('ok');
    expect(nodeFinding('20.9.0', '/node').state).toBe('problem');
  });

  it('says what to do below each line that is not well, and how many there are', () => {
    const text = doctorText([
      ok('Node', '24'),
      warning('Clock', 'slow', 'Set it.'),
      problem('Stage', 'none', 'Deploy it.'),
    ]);
    expect(stripVTControlCharacters(text).split('\n')).toEqual([
      '✔ Node: 24',
      '! Clock: slow',
      '    Set it.',
      '✖ Stage: none',
      '    Deploy it.',
      '1 problem, 1 warning.',
    ]);
  });
});
