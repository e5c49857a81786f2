import { fold } from '#app/values/text.ts'

/** A name, or what is typed to find it, as words without case, accents and points: `O’Test-Case` is two words. */
export function searchWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
