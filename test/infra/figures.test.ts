import { afterAll, describe, expect, it } from 'vitest';
import { removeOutputs, STAGES, synthesise } from './synthesise.ts';

afterAll(removeOutputs);

describe.each(STAGES)('figures of stage %s', (stage) => {
  it('are kept by calls that name their shard, one batch of a shard after the other, none ever left out', () => {
    const windows = synthesise(stage).resources.filter(
      ({ Type, Properties }) =>
        Type === 'AWS::Lambda::EventSourceMapping' && Properties['TumblingWindowInSeconds'] !== undefined,
    );
    expect(windows).toHaveLength(2);
    for (const { Properties } of windows) {
      expect(Properties['TumblingWindowInSeconds']).toBe(900);
      expect(Properties['MaximumRetryAttempts']).toBe(10_000);
      expect(Properties['ParallelizationFactor'] ?? 1).toBe(1);
    }
  });
});
