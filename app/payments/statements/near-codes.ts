import { referencesIn } from '../reference.ts'

const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Read or typed for one another. */
const CONFUSED: Record<string, string> = { O: 'Q', '0': 'Q', I: 'J', L: 'J', '1': 'J', U: 'V' }

/** More than a text beside a transfer holds of what looks like a code. */
const MOST_TOKENS = 3

/**
 * The codes that a text may have meant: those it names, those of a reference with one slip, and those that are one wrong
 * letter or two changed places away from something that looks like a code. For a person to choose from.
 */
export function nearCodes(text: string): string[] {
  const upper = text.normalize('NFKC').toUpperCase()
  const named = referencesIn(text).map(({ orderCode }) => orderCode)
  const tokens = [...upper.matchAll(/(?<![A-Z0-9])P[A-Z0-9]{3}[ -]?[A-Z0-9]{4}(?![A-Z0-9])/g)]
    .map(([token]) => token.replace(/[^A-Z0-9]/g, ''))
    .slice(0, MOST_TOKENS)
  return [...new Set([...named, ...tokens.flatMap(variants)])]
}

function variants(token: string): string[] {
  const found: string[] = []
  for (let at = 1; at < token.length; at++) {
    const [before, after] = [token.slice(0, at), token.slice(at + 1)]
    for (const letter of LETTERS) found.push(before + letter + after)
    if (after !== '') found.push(before + after[0]! + token[at]! + after.slice(1))
  }
  const likely = token.replace(/[O0IL1U]/g, (letter) => CONFUSED[letter]!)
  return [likely, ...found].filter((code) => /^P[A-HJKMNP-TV-Z2-9]{7}$/.test(code)).map(dashed)
}

function dashed(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
