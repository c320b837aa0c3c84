import { writeDocs } from './write-docs.ts';
import { apiDocs } from './api-docs.ts';

// Writes the description of the API and the types that the pages call it with; part of `npm run docs`.
await writeDocs(await apiDocs());
