import type { FormItem } from './form-item.ts'
import { hasArrow, splitAtArrow } from './arrow.ts'
import type { Answered, Read } from './read-form.ts'
import { core, westernDigits } from './likeness.ts'
import { readOption } from './read-value.ts'
import { levelNumber } from './write-form.ts'
import { cleanLine } from '#app/values/text.ts'

/** What has a line each: a grid, the skills of languages, a table of costs. `LINE=VALUE`, in the order of the form. */
export function readLines({ item, lines }: Answered): Read {
  const given = new Map<string, string>()
  const unread: Read['unread'] = []
  let above = ''
  const labels = core(item.lines.map(({ label }) => label).join(' '))
  for (const { text, number } of lines) {
    const parted = hasArrow(text) ? splitAtArrow(text) : atColon(text)
    if (!parted) {
      // The beginning of a line that was broken into several; what is nobody's label is kept.
      const words = core(text.replace(/^\s*\d+[.)]\s*/, ''))
      if (words === '' || labels.includes(words)) above = `${above} ${text}`.trim()
      else unread.push({ line: number, text: text.trim(), why: 'line', suggestion: null })
      continue
    }
    const [label, typed] = [`${above} ${parted[0]}`.trim(), cleanLine(parted[1]).replace(/^_+$/, '')]
    above = ''
    if (typed === '') continue
    const row = readOption(label, item.lines)
    if (row.option === null) {
      unread.push({ line: number, text: text.trim(), why: 'line', suggestion: row.suggestion })
      continue
    }
    const value = levelOf(typed, item)
    if (value === null) unread.push({ line: number, text: text.trim(), why: 'level', suggestion: null })
    else given.set(row.option.value, value)
  }
  const values = item.lines.flatMap(({ value }) => (given.has(value) ? [`${value}=${given.get(value)}`] : []))
  return { values, unread }
}

function levelOf(typed: string, { kind, levels }: FormItem): string | null {
  if (kind === 'costs') return typed.slice(0, 40)
  const figure = westernDigits(typed)
  const byNumber = levels.find(({ value }, at) => levelNumber(levels, value, at) === figure)
  return (byNumber ?? readOption(typed, levels, { from: 0 }).option)?.value ?? null
}

/** `Linux: lab`, where the arrow was taken away. */
function atColon(text: string): [string, string] | null {
  const at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('='))
  return at > 0 && text.slice(at + 1).trim() !== '' ? [text.slice(0, at), text.slice(at + 1)] : null
}
