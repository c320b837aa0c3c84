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
