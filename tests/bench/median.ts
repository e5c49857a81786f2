export function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1]!
}
