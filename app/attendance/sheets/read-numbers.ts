import { refuse, type Result } from '#app/values/refusal.ts'

/** Lines for people who are not on the list, at the foot of every sheet. */
export const WALK_INS = 2

/** Who signed, by the numbers of a sheet. */
export interface SignedNumbers {
  /** Of people on the list, ascending. */
  rows: number[]
  /** Of the lines for walk-ins, ascending. */
  walkIns: number[]
}

const ALL = /^(all|everybody|everyone|tous|toutes|tout le monde|الكل|كلهم|الجميع)/u
const BUT = /^(but|except|sauf|hormis|ما عدا|عدا|باستثناء|إلا)/u
const NOBODY = /^(none|nobody|personne|aucun|aucune|لا أحد)$/u
const RANGE = /^(\d+)(?:(?:-|to|à|إلى)(\d+))?$/u

type Code = 'sheet-numbers' | 'sheet-number'

/**
 * `1-12, 14, 17`, `all`, `all but 3, 9`, `none`, in words of any of the site's languages and digits of any; nothing typed
 * is nobody. `all` are the people on the list, not the lines for walk-ins.
 */
export function readNumbers(typed: string, { rowCount, field }: { rowCount: number; field: string }) {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Nd}/gu, western)
    .replace(/\s+/gu, ' ')
    .trim()
  if (text === '' || NOBODY.test(text)) return signed(new Set(), rowCount)
  const all = ALL.exec(text)?.[0]
  if (all === undefined) return take(text, { rowCount, field }, (numbers) => signed(numbers, rowCount))
  const rest = text.slice(all.length).trim()
  const everybody = new Set(Array.from({ length: rowCount }, (_, at) => at + 1))
  if (rest === '') return signed(everybody, rowCount)
  const but = BUT.exec(rest)?.[0]
  if (but === undefined) return unreadable(rest, field)
  return take(rest.slice(but.length), { rowCount, field }, (numbers) =>
    signed(new Set([...everybody].filter((one) => !numbers.has(one))), rowCount),
  )
}

function take(
  text: string,
  { rowCount, field }: { rowCount: number; field: string },
  then: (numbers: Set<number>) => Result<SignedNumbers, Code>,
): Result<SignedNumbers, Code> {
  const numbers = new Set<number>()
  const last = rowCount + WALK_INS
  // A dash or a word between two numbers binds them; commas of every script, points and spaces part.
  const parts = text
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/ ?(-|\bto\b|à|إلى) ?/gu, '$1')
    .split(/[\s,;.،؛、]+|\b(?:and|et)\b| و(?=\d)/u)
  for (const part of parts.filter((one) => one !== '')) {
    const range = RANGE.exec(part)
    if (!range) return unreadable(part, field)
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])]
    const outside = [from, to].find((number) => number < 1 || number > last)
    if (outside !== undefined) return refuse({ code: 'sheet-number', field, details: { number: outside, last } })
    if (from > to) return unreadable(part, field)
    for (let number = from; number <= to; number++) numbers.add(number)
  }
  return then(numbers)
}

function signed(numbers: Set<number>, rowCount: number): Result<SignedNumbers, Code> {
  const sorted = [...numbers].toSorted((one, other) => one - other)
  return {
    ok: true,
    value: { rows: sorted.filter((one) => one <= rowCount), walkIns: sorted.filter((one) => one > rowCount) },
  }
}

function unreadable(text: string, field: string): Result<SignedNumbers, Code> {
  return refuse({ code: 'sheet-numbers', field, details: { text: text.trim().slice(0, 30) } })
}

/** Decimal digits of every script stand in tens, from zero. */
function western(digit: string): string {
  if (digit <= '9') return digit
  let zero = digit.codePointAt(0)!
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9) zero--
  return String(digit.codePointAt(0)! - zero)
}
