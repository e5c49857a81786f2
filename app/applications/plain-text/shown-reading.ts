import type { FormItem } from './form-item.ts'
import { itemsOf } from './form-parts.ts'
import type { FormPart } from './form-item.ts'
import type { ReadForm } from './read-form.ts'
import { splitLine } from './write-form.ts'
import { countryName } from '#app/values/dates.ts'

/** What was read of a text form, for people: each answer with its question, in words. */
export function shownReading(read: ReadForm, parts: FormPart[], language: string) {
  const items = itemsOf(parts)
  return {
    found: read.found,
    answers: items.flatMap((item) => {
      const held = read.answers[item.marker]
      return held ? [{ marker: item.marker, label: item.label, text: textOf(item, held, language) }] : []
    }),
    unread: read.unread.map((one) => ({
      ...one,
      label: items.find(({ marker }) => marker === one.marker)?.label ?? null,
      suggestion:
        one.why === 'country' && one.suggestion !== null ? countryName(one.suggestion, language) : one.suggestion,
    })),
  }
}

export type ShownReading = ReturnType<typeof shownReading>

function textOf({ kind, options, lines, levels }: FormItem, held: string[], language: string): string {
  const labelOf = (value: string, among: { value: string; label: string }[]) =>
    among.find((one) => one.value === value)?.label ?? value
  if (lines.length > 0)
    return held
      .map(splitLine)
      .map(([line, value]) => `${labelOf(line, lines)}: ${labelOf(value, levels)}`)
      .join('\n')
  if (kind === 'country') return countryName(held[0] ?? '', language)
  return held.map((value) => labelOf(value, options)).join('\n')
}
