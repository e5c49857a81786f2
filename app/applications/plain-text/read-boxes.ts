import type { Answered, Read } from './read-form.ts'
import { splitAtArrow } from './arrow.ts'
import { core } from './likeness.ts'
import { readOption } from './read-value.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'

/** `[x] 2. Label`, `( X ) Label`, `☑ Label`: the mark and what is marked. */
const BOX = /^\s*(?:[[(［【]\s*([^\])］】]{0,6}?)\s*[\])］】]|([☐☑☒✓✔✗✘×]))\s*(.*)$/u
const UNMARKED = /^[\s_.·☐-]*$/u

/** The options of a question that are marked; an option may be named in words as well. */
export function readBoxes({ item, lines }: Answered): Read {
  const chosen: { value: string; line: number; text: string }[] = []
  const unread: Read['unread'] = []
  const labels = core(item.options.map(({ label }) => label).join(' '))
  const take = (text: string, line: number) => {
    const read = readOption(text, item.options)
    const option = read.option ?? byWord(text, item.kind)
    if (option) chosen.push({ value: option.value, line, text })
    else if (core(text) !== '')
      unread.push({ line, text: text.trim(), why: 'option', suggestion: 'suggestion' in read ? read.suggestion : null })
  }
  for (const { text, number } of lines) {
    const box = BOX.exec(text)
    if (box) {
      const [, inner, glyph, rest = ''] = box
      const isMarked = glyph === undefined ? !isNo(inner ?? '') : glyph !== '☐'
      // A box without anything behind it is that of the next line, or of a consent.
      if (isMarked) take(core(rest) === '' && item.options.length === 1 ? item.options[0]!.label : rest, number)
      else if (!isForms(rest, labels) && readOption(rest, item.options).option === null)
        unread.push({ line: number, text: rest.trim(), why: 'option', suggestion: null })
    } else if (!isForms(text, labels)) {
      const typed = splitAtArrow(text)
      for (const one of (typed[1] || typed[0]).split(/[,;،]/)) take(one, number)
    }
  }
  const values = item.options.map(({ value }) => value).filter((value) => chosen.some((one) => one.value === value))
  if (item.kind === 'choices' || values.length < 2) return { values, unread }
  const first = chosen[0]!
  const others = chosen.filter(({ value }) => value !== first.value)
  return {
    values: [first.value],
    unread: [
      ...unread,
      ...others.map(({ line, text }) => ({ line, text, why: 'one-only' as const, suggestion: null })),
    ],
  }
}

/** The continuation of an option that was broken into two lines. */
function isForms(text: string, labels: string): boolean {
  const words = core(text.replace(/^\s*\d+[.)]\s*/, ''))
  return words === '' || (words.length >= 4 && !/[,;]/.test(text) && labels.includes(words) && text.startsWith('   '))
}

function isNo(mark: string): boolean {
  return UNMARKED.test(mark) || NO.has(core(mark))
}

const YES = new Set(['x', 'ok', ...LANGUAGES.map(({ code }) => core(translator(code)('register.yes'))), 'y', 'o'])
const NO = new Set([...LANGUAGES.map(({ code }) => core(translator(code)('register.no'))), 'n'])

/** Yes and no in any of our languages, and what stands for them. */
function byWord(text: string, kind: string): { value: string } | null {
  if (kind !== 'yesno' && kind !== 'consent') return null
  if (YES.has(core(text))) return { value: 'yes' }
  return kind === 'yesno' && NO.has(core(text)) ? { value: 'no' } : null
}
