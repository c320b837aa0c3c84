import type { CsvTable } from './csv-file.ts';

/** Gives out a table as a file. What writes it is loaded when the first one is asked for. */
export async function saveCsv(name: readonly string[], locale: string, table: CsvTable): Promise<void> {
  const { writeCsv, csvFileName } = await import('./csv-file.ts');
  const address = URL.createObjectURL(
    new Blob([writeCsv(table, locale)], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = csvFileName(['milaf', ...name]);
  link.click();
  URL.revokeObjectURL(address);
}
