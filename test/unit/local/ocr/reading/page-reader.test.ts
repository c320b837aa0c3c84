import { describe, expect, it } from 'vitest';
import {
  EngineStartError,
  PageReader,
  PageTimeoutError,
} from '../../../../../local/ocr/reading/page-reader.ts';
import { fakeEngine, samplePage } from '../support/fake-engine.ts';

const image = async () => await Promise.resolve(new Uint8Array([1]));
const never = async () => await new Promise<never>(() => undefined);

describe('the page reader', () => {
  it('gives up a page that takes too long, and reads the next with a new engine', async () => {
    const engine = fakeEngine(async () => (engine.calls.made === 1 ? await never() : samplePage()));
    const reader = new PageReader({ engine, workers: 1, timeoutSeconds: 0.02 });
    await expect(reader.read(image)).rejects.toBeInstanceOf(PageTimeoutError);
    await expect(reader.read(image)).resolves.toEqual(samplePage());
    await reader.close();
    expect(engine.calls).toEqual({ made: 2, pages: 2, closed: 2 });
  });

  it('keeps its engine when a page merely cannot be read', async () => {
    const engine = fakeEngine(() =>
      engine.calls.pages === 1 ? Promise.reject(new Error('no image')) : Promise.resolve(samplePage()),
    );
    const reader = new PageReader({ engine, workers: 1, timeoutSeconds: 60 });
    await expect(reader.read(image)).rejects.toThrow('no image');
    await reader.read(image);
    await reader.close();
    expect(engine.calls).toEqual({ made: 1, pages: 2, closed: 1 });
  });

  it('reads as many pages at once as it has workers, and draws no others meanwhile', async () => {
    const gates: (() => void)[] = [];
    let drawn = 0;
    const engine = fakeEngine(async () => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return samplePage();
    });
    const reader = new PageReader({ engine, workers: 2, timeoutSeconds: 60 });
    const draw = async () => {
      drawn += 1;
      return await image();
    };
    const reading = Promise.all([1, 2, 3, 4, 5].map(async () => await reader.read(draw)));
    for (let read = 0; read < 5; read++) {
      await expect.poll(() => gates.length).toBe(Math.min(2, 5 - read));
      expect(drawn).toBe(Math.min(5, read + 2));
      gates.shift()?.();
    }
    await reading;
    await reader.close();
  });

  it('says why there is no engine, and tries again with the next page', async () => {
    const working = fakeEngine();
    let tries = 0;
    const engine = {
      version: 'x',
      create: async () => {
        tries += 1;
        return tries === 1 ? await Promise.reject(new Error('no language data')) : await working.create();
      },
    };
    const reader = new PageReader({ engine, workers: 1, timeoutSeconds: 60 });
    const first = reader.read(image);
    await expect(first).rejects.toBeInstanceOf(EngineStartError);
    await expect(first).rejects.toThrow('could not start: no language data');
    await expect(reader.read(image)).resolves.toEqual(samplePage());
    await reader.close();
  });

  it('ends at once when it is closed, whatever hangs, and makes no engine afterwards', async () => {
    const engine = fakeEngine(never);
    const reader = new PageReader({ engine, workers: 1, timeoutSeconds: 3600 });
    const hanging = reader.read(image);
    const waiting = reader.read(image);
    await expect.poll(() => engine.calls.pages).toBe(1);
    await reader.close();
    await expect(hanging).rejects.toThrow('stopping');
    await expect(waiting).rejects.toThrow();
    expect(engine.calls).toEqual({ made: 1, pages: 1, closed: 1 });
  });
});
