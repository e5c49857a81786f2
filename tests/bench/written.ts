/** A number as one reads it: `51,300`, `0.62`, `7.4`. */
export function written(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3
  return new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(value)
}
