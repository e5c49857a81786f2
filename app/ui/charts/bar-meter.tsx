/** A share as a bar; the number beside it carries the meaning. */
export function BarMeter({ value, most }: { value: number; most: number }) {
  return <meter aria-hidden="true" max={Math.max(1, most)} value={Math.max(0, Math.min(value, most))} />
}
