import { fold } from '#app/values/text.ts'

/** Letters and figures only, without case and accents: what stays the same however a line is broken. */
export function core(text: string): string {
  return westernDigits(fold(text)).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Arabic-Indic and Persian digits as Western ones. */
export function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
}

/** How many letters have to be put, taken or changed, or two neighbours swapped, to make one text of the other. */
export function distance(one: string, other: string): number {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1))
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwapped) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    ;[before, row] = [row, next]
  }
  return row[other.length]!
}

/** The nearest of some texts and how far it is; null when two are as near, or none is near enough. */
export function nearest<One>(text: string, among: One[], coreOf: (one: One) => string): One | null {
  const wanted = core(text).slice(0, 80)
  if (wanted.length < 3) return null
  let found: { one: One; far: number } | null = null
  let isTied = false
  for (const one of among) {
    const far = distance(wanted, coreOf(one).slice(0, 80))
    if (found && far === found.far) isTied = true
    if (!found || far < found.far) [found, isTied] = [{ one, far }, false]
  }
  return found && !isTied && found.far <= Math.max(1, Math.floor(wanted.length / 3)) ? found.one : null
}
