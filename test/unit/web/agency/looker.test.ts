import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Looker, type LookListener, type LookWorker } from '../../../../web/src/agency/quality/looker.ts';
import type { LookAnswer, LookQuestion } from '../../../../web/src/agency/quality/page-check.ts';

const page = (number: number): LookAnswer => ({
  kind: 'page',
  page: { page: number, faults: [], cutEdges: [] },
});
const fileOf = (kind: string): LookQuestion => ({ file: new Blob([kind]), mediaType: 'application/pdf' });

/** A worker that does with a file what the file says. */
class FakeWorker implements LookWorker {
  isEnded = false;
  #isBusy = false;
  readonly #listener: LookListener;

  constructor(listener: LookListener) {
    this.#listener = listener;
  }

  ask(question: LookQuestion): void {
    if (this.isEnded || this.#isBusy) throw new Error('A worker has one file at a time');
    this.#isBusy = true;
    void question.file.text().then((kind) => this.#look(kind));
  }

  end(): void {
    this.isEnded = true;
  }

  #look(kind: string): void {
    const tell = (answer: LookAnswer): void => {
      if (answer.kind === 'done' || answer.kind === 'refused') this.#isBusy = false;
      if (!this.isEnded) this.#listener.answered(answer);
    };
    tell({ kind: 'counted', pageCount: 2 });
    tell(page(1));
    if (kind === 'hangs') return;
    if (kind === 'crashes') this.#listener.failed();
    else if (kind === 'refused') tell({ kind: 'refused', refusal: 'PAGE_TOO_LARGE' });
    else {
      tell(page(2));
      tell({ kind: 'done' });
    }
  }
}

function looking(stepSeconds = 0.02) {
  const workers: FakeWorker[] = [];
  const start = (listener: LookListener) => {
    const worker = new FakeWorker(listener);
    workers.push(worker);
    return worker;
  };
  return { looker: new Looker(start, stepSeconds), workers };
}

const EXPECTED: Readonly<Record<string, object>> = {
  good: { kind: 'checked', pages: [{ page: 1 }, { page: 2 }], pageCount: 2 },
  hangs: { kind: 'checked', pages: [{ page: 1 }], isCutShort: true },
  crashes: { kind: 'checked', pages: [{ page: 1 }], isCutShort: true },
  refused: { kind: 'refused', refusal: 'PAGE_TOO_LARGE' },
};

describe('files that a clerk chose', () => {
  it('are all looked at, whichever of them hangs or ends the worker, and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(EXPECTED)), { minLength: 1, maxLength: 8 }),
        async (kinds) => {
          const { looker, workers } = looking();
          const checks = await Promise.all(kinds.map((kind) => looker.look(fileOf(kind))));
          expect(checks).toMatchObject(kinds.map((kind) => EXPECTED[kind]!));
          const harmful = kinds.filter((kind) => kind === 'hangs' || kind === 'crashes').length;
          expect(workers.filter(({ isEnded }) => isEnded)).toHaveLength(harmful);
          expect(workers.filter(({ isEnded }) => !isEnded).length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('share one worker as long as none does harm, so that no network is needed for the next', async () => {
    const { looker, workers } = looking(5);
    for (const kind of ['good', 'refused', 'good']) await looker.look(fileOf(kind));
    expect(workers).toHaveLength(1);
  });

  it('are all answered where no worker can be started', async () => {
    const looker = new Looker(() => {
      throw new Error('There is no network');
    });
    await expect(looker.look(fileOf('good'))).rejects.toThrow('no network');
    await expect(looker.look(fileOf('good'))).rejects.toThrow('no network');
  });
});
