import type { ListSource } from '#shared';
import type { ListColumn } from './list-format.ts';
import { ramedColumns } from './ramed-columns.ts';
import { rsuColumns } from './rsu-columns.ts';
import { baridColumns, dgiColumns, ordersColumns } from './worker-columns.ts';

/** The published formats. */
export const listColumns: Readonly<Record<ListSource, readonly ListColumn[]>> = {
  dgi: dgiColumns,
  barid: baridColumns,
  orders: ordersColumns,
  ramed: ramedColumns,
  rsu: rsuColumns,
};
