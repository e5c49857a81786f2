/** What reviewers know an application by: `S-087`. */
export function numberLabel(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`
}

/** The number in an address or in a sheet; null for another call's, and for what is none. */
export function numberOf(prefix: string, label: string): number | null {
  const head = label.slice(0, prefix.length + 1)
  const digits = label.slice(prefix.length + 1)
  return head.toUpperCase() === `${prefix.toUpperCase()}-` && /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
