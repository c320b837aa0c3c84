import type { List } from '../../core/domain/lists/list.ts';
import type { LinkEngine } from '../../core/ports/lists.ts';
import type { StagingObjects } from '../../core/ports/staging.ts';
import { withDuckDb } from './duckdb-session.ts';
import { linkInDuckDb } from './link-in-duckdb.ts';
import type { LinkSettings } from './settings.ts';

/** Links the lines of a list in an embedded database on this machine. */
export class DuckDbLinkEngine implements LinkEngine {
  readonly #objects: StagingObjects;
  readonly #settings: LinkSettings;

  constructor(objects: StagingObjects, settings: LinkSettings) {
    this.#objects = objects;
    this.#settings = settings;
  }

  async link(list: List): Promise<number> {
    return withDuckDb(this.#settings, (session) =>
      linkInDuckDb(list, this.#objects, session, this.#settings),
    );
  }
}
