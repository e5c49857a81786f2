import { z } from 'zod'
import type { QuestionOption } from './question.ts'

export function hasOptions(kind: string): boolean {
  return kind === 'choice' || kind === 'choices' || kind === 'languages'
}

/** Options with a value each: the one they have, or the next number that none of them or of `retired` has. */
export function withValues(options: QuestionOption[], retired: string[] = []): QuestionOption[] {
  const numbers = [...options.map(({ value }) => value), ...retired].map((value) =>
    Number(/^o(\d+)$/.exec(value)?.[1] ?? 0),
  )
  let last = Math.max(0, ...numbers)
  const used = new Set<string>()
  return options.map(({ value, label }) => {
    const kept = value !== '' && !used.has(value) ? value : `o${++last}`
    used.add(kept)
    return { value: kept, label }
  })
}

/** The options that a question's text holds. */
export function parseOptions(json: string): QuestionOption[] {
  try {
    const parsed: unknown = JSON.parse(json === '' ? '[]' : json)
    return z
      .array(z.object({ value: z.string(), label: z.string() }))
      .catch([])
      .parse(parsed)
  } catch {
    return []
  }
}

/** Every language offers the same options in the same order; what is not translated yet shows the text just saved. */
export function sameOptions(saved: QuestionOption[], translated: QuestionOption[]): QuestionOption[] {
  return saved.map((option) => translated.find(({ value }) => value === option.value) ?? option)
}
