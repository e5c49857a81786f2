/** `amount` × `numerator` ÷ `denominator` as an integer, half away from zero; exact however large the three are. */
export function portionOf(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(amount) * BigInt(numerator)
  const divisor = BigInt(denominator)
  const size = product < 0n ? -product : product
  const rounded = (2n * size + divisor) / (2n * divisor)
  const result = Number(product < 0n ? -rounded : rounded)
  return result === 0 ? 0 : result
}

/**
 * `total` shared out by weights, in integers that sum to it: nobody is further than one unit from their part, and the
 * units that rounding leaves go to those who lost most by it, the earlier first.
 */
export function sharesOf(total: number, weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map(() => 0)
  const parts = weights.map((weight) => BigInt(total) * BigInt(weight))
  const shares = parts.map((part) => part / BigInt(whole))
  const rest = Number(BigInt(total) - shares.reduce((sum, share) => sum + share, 0n))
  const remainder = (at: number) => parts[at]! % BigInt(whole)
  const order = weights
    .map((_, at) => at)
    .toSorted((one, other) => Number(remainder(other) - remainder(one)) || one - other)
  for (const at of order.slice(0, rest)) shares[at]! += 1n
  return shares.map(Number)
}
