import { describe, expect, it } from 'vitest';
import { registryRecordSchema } from '../../../../contexts/registry/records/registry-records.ts';
import type { PaymentDestination } from '../../../../contexts/claims/domain/decision.ts';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { textractFileLimits, type FileLimits } from '../../../../contexts/claims/domain/quarantine-reason.ts';
import { isChannelId } from '../../../../contexts/intake/domain/upload-key.ts';
import { isValidRib } from '../../../../contexts/shared/identifiers/rib.ts';
import { renderScan, type RenderedScan } from '../../../../local/samples/render-scan.ts';
import {
  demoRegistry,
  demoScenarios,
  renderScenarios,
} from '../../../../local/samples/scenarios/demonstration.ts';
import { renderMedicineForm } from '../../../../local/samples/scenarios/medicine-form.ts';
import type { Scenario } from '../../../../local/samples/scenarios/scenario.ts';
import { atLowResolution, Decider } from './decide-sample.ts';

/** Days on which counting months back is easy to get wrong. */
const DAYS = ['2026-11-21', '2027-02-28', '2027-03-01', '2028-02-29', '2027-12-31'];

const LIMITS: FileLimits = { ...textractFileLimits, maxFileBytes: 20_000_000, maxPages: 30 };

const LOW_DPI = 40;

/** The scan of a sample in no time; undefined where it has none, or a spoiled one. */
async function lowScanOf({ source }: Scenario): Promise<RenderedScan | undefined> {
  if (source.kind === 'scan') return renderScan(atLowResolution(source.scan));
  return source.kind === 'medicine-form' ? renderMedicineForm(source.form, LOW_DPI) : undefined;
}

function atLowDpi(scenario: Scenario): Scenario {
  const { source } = scenario;
  return source.kind === 'scan' || source.kind === 'damaged'
    ? { ...scenario, source: { ...source, scan: atLowResolution(source.scan) } }
    : scenario;
}

function stateOfPayment(to: PaymentDestination | undefined): 'HELD' | 'PENDING' | undefined {
  if (to === undefined) return undefined;
  return to.kind === 'held' ? 'HELD' : 'PENDING';
}

describe('the demonstration', () => {
  it.each(DAYS)('ends each claim as it says, where OCR reads every word, on %s', async (today) => {
    const decider = new Decider(demoRegistry(today));
    for (const scenario of demoScenarios(today)) {
      const { id, expected } = scenario;
      const scan = await lowScanOf(scenario);
      if (scan === undefined) continue;
      const decisions = decider.decide(id, scan, today, scenario);
      expect
        .soft(
          decisions.map(({ outcome, billedCentimes, paidCentimes, ...paid }) => ({
            state: outcome.toUpperCase().replace('-', '_'),
            billedCentimes,
            paidCentimes,
            payment: stateOfPayment(paid.destination ?? paid.toEstablishment?.destination),
          })),
          `${id}: ${JSON.stringify(decisions.map(({ findings }) => findings))}`,
        )
        .toEqual(
          expected.claims.map(({ state, billedCentimes, paidCentimes, payment }) => ({
            state,
            billedCentimes,
            paidCentimes,
            payment: payment?.state,
          })),
        );
      for (const [index, claim] of expected.claims.entries()) {
        const codes = decisions[index]?.findings.map(({ code }) => code) ?? [];
        expect
          .soft(codes, `${id}, claim ${index + 1}`)
          .toEqual(expect.arrayContaining([...claim.reasonCodes]));
      }
    }
  });

  it('sends money only to accounts of the registry, whose RIBs are right', () => {
    const records = demoRegistry('2026-11-21').map((record) => registryRecordSchema.parse(record));
    const ribs = records.flatMap((record) => ('rib' in record ? [record.rib] : []));
    expect(ribs.length).toBeGreaterThan(8);
    expect(ribs.filter((rib) => !isValidRib(rib))).toEqual([]);
  });

  it('has faulty files that intake quarantines for the reason they say, and no others', async () => {
    const rendered = await renderScenarios(demoScenarios('2026-11-21').map(atLowDpi));
    const inspected = await Promise.all(
      rendered.map(async ({ scenario: { id }, sample }) => {
        const result = await inspectFile(sample.bytes, LIMITS);
        return { id, judgement: result.accepted ? result.mediaType : result.reason };
      }),
    );
    expect(inspected).toEqual(
      rendered.map(({ scenario: { id, expected }, sample }) => ({
        id,
        judgement: expected.quarantineReason ?? sample.contentType,
      })),
    );
  });

  it('names each scenario once, sends it through a channel, and waits only for scenarios before it', () => {
    const seen = new Set<string>();
    for (const { id, channelId, after } of demoScenarios('2026-11-21')) {
      expect(seen.has(id)).toBe(false);
      expect(isChannelId(channelId)).toBe(true);
      expect(after.every((earlier) => seen.has(earlier))).toBe(true);
      seen.add(id);
    }
    expect(seen.size).toBeGreaterThanOrEqual(16);
  });
});
