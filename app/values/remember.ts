/** A function of texts that works out each answer once: `Intl` formatters cost a hundred times their use. */
export function remember<Arguments extends string[], T>(make: (...given: Arguments) => T): (...given: Arguments) => T {
  const known = new Map<string, T>()
  return (...given) => {
    const key = given.join('\n')
    if (!known.has(key)) known.set(key, make(...given))
    return known.get(key)!
  }
}

/** Of what is asked without end: the answers to the last `most` different texts. */
export function rememberLast<T>(most: number, make: (given: string) => T): (given: string) => T {
  const known = new Map<string, T>()
  return (given) => {
    const answer = known.get(given) ?? make(given)
    known.delete(given)
    known.set(given, answer)
    if (known.size > most) known.delete(known.keys().next().value!)
    return answer
  }
}
