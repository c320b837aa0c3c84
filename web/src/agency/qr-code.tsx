import { create } from 'qrcode';

interface QrCodeProps {
  readonly text: string;
  /** Read out instead of the picture. */
  readonly label: string;
}

/** Squares without ink around a code, without which readers do not find it. */
const QUIET_MODULES = 2;

/** A QR code, drawn as one path so that it is sharp in print. */
export function QrCode({ text, label }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const squares = Array.from(modules.data, (isDark, index) =>
    isDark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '',
  );
  const side = size + 2 * QUIET_MODULES;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={squares.join('')} />
    </svg>
  );
}
