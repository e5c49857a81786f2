/** A function of texts that works out each answer once: `Intl` formatters cost a hundred times their use. */
export function remember<Arguments extends string[], T>(make: (...given: Arguments) => T): (...given: Arguments) => T {
  const known = new Map<string, T>()
  return (...given) => {
    const key = given.join('\n')
    if (!known.has(key)) known.set(key, make(...given))
    return known.get(key)!
  }
}
