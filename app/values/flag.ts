/** A yes or no as both databases keep it. */
export function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0
}
