/** Patterns that charts of the page are filled with. */
export function Patterns() {
  return (
    <svg className="visually-hidden" width={1} height={1} aria-hidden focusable={false}>
      <defs>
        <pattern
          id="figures-hatch"
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={6} height={6} fill="#fff" />
          <rect width={2.5} height={6} fill="var(--brand)" />
        </pattern>
        <pattern id="figures-dots" width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill="#fff" />
          <circle cx={3} cy={3} r={1.4} fill="var(--brand)" />
        </pattern>
        <pattern id="figures-grid" width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill="#fff" />
          <path d="M0 0H6M0 0V6" stroke="var(--brand)" strokeWidth={1} />
        </pattern>
      </defs>
    </svg>
  );
}
