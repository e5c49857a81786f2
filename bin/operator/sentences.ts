import type { Refusal, Result } from '#app/values/refusal.ts'

/** Refusals that an operator can meet. */
const SENTENCES: Record<string, string> = {
  busy: 'The database is busy: others hold what this needs. Try again.',
  'person-unknown': 'Nobody with that address is here.',
}

/** The value of a result; a refusal is thrown as a sentence. */
export function expectAccepted<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(result.refusals.map(sentenceOf).join('\n'))
}

function sentenceOf({ code, field, details }: Refusal): string {
  return SENTENCES[code] ?? [code, field, details?.problem].filter(Boolean).join(' ')
}

/** `1 event`, `2 events`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
