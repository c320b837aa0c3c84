import { inject } from 'vitest';

/** The OCR service's own controls: quotas and what it has counted. */
export async function setOcrQuota(quota: Record<string, number | null>): Promise<void> {
  const response = await fetch(`${inject('ocrUrl')}/_ocr/quota`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(quota),
  });
  if (!response.ok) throw new Error(`The OCR service refused the quota: ${await response.text()}`);
}

export async function ocrStatistics(): Promise<unknown> {
  return (await fetch(`${inject('ocrUrl')}/_ocr/statistics`)).json();
}

export interface OcrFault {
  readonly sha256: string;
  /** 1-based pages that cannot be read. */
  readonly unreadablePages?: readonly number[];
  /** Makes every job of the file fail. */
  readonly failJobWith?: string;
}

/** Replaces the faults that the OCR service has; none switches them off. */
export async function setOcrFaults(faults: readonly OcrFault[]): Promise<void> {
  const response = await fetch(`${inject('ocrUrl')}/_ocr/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });
  if (!response.ok) throw new Error(`The OCR service refused the faults: ${await response.text()}`);
}
