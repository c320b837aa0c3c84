import type { List } from '../domain/lists/list.ts';
import type { LinkEngine } from '../ports/lists.ts';
import type { StagingObjects } from '../ports/staging.ts';
import { withDuckDb } from './duckdb-session.ts';
import { linkInDuckDb, type LinkFigures } from './link-in-duckdb.ts';
import type { LinkSettings } from './settings.ts';

/** Links the lines of a list in an embedded database on this machine. */
export class DuckDbLinkEngine implements LinkEngine {
  readonly #objects: StagingObjects;
  readonly #settings: LinkSettings;
  readonly #report: (figures: LinkFigures) => void;

  /** @param report takes the figures of each run */
  constructor(
    objects: StagingObjects,
    settings: LinkSettings,
    report: (figures: LinkFigures) => void = () => undefined,
  ) {
    this.#objects = objects;
    this.#settings = settings;
    this.#report = report;
  }

  async link(list: List): Promise<number> {
    const figures = await withDuckDb(this.#settings, (session) =>
      linkInDuckDb(list, this.#objects, session, this.#settings),
    );
    this.#report(figures);
    return figures.unitCount;
  }
}
