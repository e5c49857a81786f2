const MOST = 1000

/** A question about a text that is asked by the same texts again and again, and costs something. Null is not kept. */
export function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const answer = ask(text)
    if (answer === null) return answer
    if (known.size >= MOST) known.clear()
    known.set(text, answer)
    return answer
  }
}
