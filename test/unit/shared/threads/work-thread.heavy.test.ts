import { afterEach, describe, expect, it } from 'vitest';
import { threadFile, TooMuchWorkError, WorkThread } from '../../../../contexts/shared/threads/work-thread.ts';

const file = new URL('../../../support/threads/odd-thread.ts', import.meta.url);
const threads: WorkThread<string, string>[] = [];
const start = (maxProcessorSeconds?: number) => {
  const thread = new WorkThread<string, string>(file, {
    maxHeapMegabytes: 64,
    ...(maxProcessorSeconds !== undefined && { maxProcessorSeconds }),
  });
  threads.push(thread);
  return thread;
};

afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.end()));
});

describe('a thread that works on what others made', () => {
  it.each([
    ['loops', 'loop'],
    ['takes all memory', 'fill'],
  ])('is ended when it %s, and the next question is answered by another', async (_, deed) => {
    const thread = start();
    expect(await thread.ask('answer', 30)).toBe('answered');
    await expect(thread.ask(deed, deed === 'loop' ? 0.3 : 60)).rejects.toThrow(TooMuchWorkError);
    expect(await thread.ask('answer', 30)).toBe('answered');
  });

  it('is ended by what it takes of a processor, not by the clock, which tells of other programs too', async () => {
    const thread = start(0.3);
    expect(await thread.ask('wait', 30)).toBe('waited');
    const begun = performance.now();
    await expect(thread.ask('loop', 120)).rejects.toThrow(TooMuchWorkError);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(await thread.ask('answer', 30)).toBe('answered');
  });

  it('is ended by what it takes of a processor also where it is new, and has to load its code first', async () => {
    const begun = performance.now();
    await expect(start(0.3).ask('loop', 120)).rejects.toThrow('too much of the processor');
    expect(performance.now() - begun).toBeLessThan(60_000);
  });

  it('has for one question what that question is given, and for the next what all have', async () => {
    const thread = start(0.1);
    await thread.ask('answer', 30);
    await expect(thread.ask('work', 60)).rejects.toThrow('too much of the processor');
    await thread.ask('answer', 30);
    expect(await thread.ask('work', 60, { maxProcessorSeconds: 30 })).toBe('worked');
    await expect(thread.ask('work', 60)).rejects.toThrow('too much of the processor');
  });

  it.each(['fail', 'exit'])(
    'that ends by itself (%s) is a fault of ours, and not of what it works on',
    async (deed) => {
      const thread = start();
      const asked = thread.ask(deed, 30);
      await expect(asked).rejects.toThrow();
      await expect(asked).rejects.not.toThrow(TooMuchWorkError);
      expect(await thread.ask('answer', 30)).toBe('answered');
    },
  );

  it('that is not there is a fault of ours', async () => {
    const thread = new WorkThread<string, string>(threadFile('./nowhere', import.meta.url), {
      maxHeapMegabytes: 64,
    });
    await expect(thread.ask('answer', 30)).rejects.toThrow(/Cannot find module/);
  });

  it('is asked one thing after the other: whoever waits behind one that hangs is answered all the same', async () => {
    const thread = start();
    const asked = ['answer', 'loop', 'answer', 'answer'].map((deed) =>
      thread.ask(deed, deed === 'loop' ? 1 : 60),
    );
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('has none of our environment, where rights and secrets are', async () => {
    expect(await start().ask('environment', 30)).toBe('');
  });

  it('is found beside its bundle as beside its source', () => {
    expect(threadFile('./pdf-thread', 'file:///a/pdf-pages.ts').href).toBe('file:///a/pdf-thread.ts');
    expect(threadFile('./pdf-thread', 'file:///var/task/index.mjs').href).toBe(
      'file:///var/task/pdf-thread.mjs',
    );
  });
});
