import type { List } from '../domain/lists/list.ts';
import type { IdentityExtract, StagingObjects } from '../ports/staging.ts';
import { withDuckDb } from './duckdb-session.ts';
import type { DuckDbSettings } from './settings.ts';
import { writeIdentitiesInDuckDb } from './write-identities.ts';

/** Takes the people that a list registered out of its units and outcomes, in an embedded database. */
export class DuckDbIdentityExtract implements IdentityExtract {
  readonly #objects: StagingObjects;
  readonly #settings: DuckDbSettings;

  constructor(objects: StagingObjects, settings: DuckDbSettings) {
    this.#objects = objects;
    this.#settings = settings;
  }

  async writeIdentities(list: List): Promise<number> {
    return withDuckDb(this.#settings, (session) => writeIdentitiesInDuckDb(list, this.#objects, session));
  }
}
