import { hasArrow, splitAtArrow } from './arrow.ts'
import { cleanLines } from './clean-lines.ts'
import { BOXED, type FormItem, type FormPart, LINED, type TextAnswers } from './form-item.ts'
import { itemsOf } from './form-parts.ts'
import { core, nearest } from './likeness.ts'
import { readBoxes } from './read-boxes.ts'
import { readLines } from './read-lines.ts'
import { readWords } from './read-words.ts'
import { type Block, splitBlocks } from './split-blocks.ts'
import type { Unread } from './unread.ts'
import { partHead, writeItem } from './write-form.ts'
import type { Translate } from '#app/locales/translate.ts'

export interface ReadForm {
  answers: TextAnswers
  unread: Unread[]
  /** How many questions have their marker, or were found without it: 0 says that this is no form of ours. */
  found: number
}

/** What one answer is read from. */
export interface Answered {
  /** The lines of the answer with their numbers, without what the form itself says. */
  lines: { text: string; number: number }[]
  item: FormItem
}

export interface Read {
  values: string[]
  unread: Omit<Unread, 'marker'>[]
}

/**
 * Reads a filled-in text form. Nothing in it is lost: what is not understood comes back with its line, why, and what was
 * perhaps meant. `t` is in the language in which the form was written.
 */
export function readForm(text: string, parts: FormPart[], t: Translate): ReadForm {
  const items = itemsOf(parts)
  const blocks = splitBlocks(cleanLines(text), items)
  const answers: TextAnswers = {}
  const unread: Unread[] = []
  const known = knownLines(parts, t)
  // Above the first name in brackets stand the head of the form, and that of a mail: nobody's answer.
  const first = blocks.findIndex(({ marker, unknown }) => marker !== null || unknown !== null)
  for (const block of blocks.slice(Math.max(0, first))) {
    const item = items.find(({ marker }) => marker === block.marker)
    if (!item) {
      unread.push(...strayIn(block, items, known))
      continue
    }
    const answered = { item, lines: withoutForm(block, item, t) }
    const read = BOXED.includes(item.kind)
      ? readBoxes(answered)
      : LINED.includes(item.kind)
        ? readLines(answered)
        : readWords(answered)
    unread.push(...read.unread.map((one) => ({ ...one, marker: item.marker })))
    if (read.values.length === 0) continue
    if (answers[item.marker] === undefined) answers[item.marker] = read.values
    else if (String(answers[item.marker]) !== String(read.values)) {
      const text = answered.lines
        .map((line) => line.text.trim())
        .filter(Boolean)
        .join('\n')
      unread.push({ line: block.line, marker: item.marker, text, why: 'twice', suggestion: null })
    }
  }
  const found = new Set(
    blocks.map(({ marker }) => marker).filter((marker) => items.some((item) => item.marker === marker)),
  )
  return { answers, unread: unread.toSorted((one, other) => one.line - other.line), found: found.size }
}

/** Of which form a file is: `EVENT/CALL/LANGUAGE`; null when that line is gone. */
export function formIdOf(text: string): string | null {
  const line = cleanLines(text).find((one) => /^\s*\[\s*form\.id\s*\]/i.test(one))
  return line?.replace(/^[^\]]*\]\s*/, '').trim() || null
}

/** The lines of a block that its form does not say itself, however they were broken. */
function withoutForm(block: Block, item: FormItem, t: Translate): Answered['lines'] {
  const whole = core(writeItem({ ...item, options: [], lines: [] }, t).join(' '))
  const exact = new Set(writeItem({ ...item, options: [], lines: [] }, t).map(core))
  let isAnswer = false
  return block.lines.flatMap((text, at) => {
    const number = block.line + at
    if (isAnswer) return [{ text, number }]
    if (hasArrow(text) && !BOXED.includes(item.kind) && !LINED.includes(item.kind)) {
      isAnswer = true
      const [before, after] = splitAtArrow(text)
      const kept = isForms(before, { whole, exact }) ? [] : [{ text: before, number }]
      return [...kept, { text: after, number }]
    }
    if (isForms(text, { whole, exact })) return []
    // A question whose bracket is gone is followed by its answer on the same line, perhaps.
    if (at === 0) {
      const label = core(item.label)
      const rest = afterLabel(text, label)
      return rest === null ? [{ text, number }] : rest === '' ? [] : [{ text: rest, number }]
    }
    return [{ text, number }]
  })
}

function isForms(text: string, { whole, exact }: { whole: string; exact: Set<string> }): boolean {
  const words = core(text)
  // A sign alone is the end of a question that was broken before it.
  return words === '' ? text.trim().length <= 1 : exact.has(words) || (words.length >= 6 && whole.includes(words))
}

/** What stands behind a label on its line: `Full name: Kwame`; null where the label is not there. */
function afterLabel(text: string, label: string): string | null {
  for (let at = 1; at <= text.length; at++) {
    if (core(text.slice(0, at)) === label) return text.slice(at).replace(/^[\s:：=]+/, '')
    if (core(text.slice(0, at)).length > label.length) return null
  }
  return null
}

/** Everything that a form says outside its questions. */
function knownLines(parts: FormPart[], t: Translate): string {
  const how = (['1', '2', '3', '4', '5'] as const).map((number) => t(`textForm.how.${number}`))
  return core([t('textForm.howTitle'), ...how, t('textForm.end'), ...parts.flatMap(partHead)].join(' '))
}

/**
 * What belongs to no question: below a name in brackets that nobody knows all of it; elsewhere what the form does not
 * say itself.
 */
function strayIn(block: Block, items: FormItem[], known: string): Unread[] {
  const lines = block.lines
    .map((text, at) => ({ text: text.trim(), line: block.line + at }))
    .filter(({ text }) => text !== '')
  if (block.unknown !== null) {
    const near = nearest(block.unknown, items, ({ marker }) => core(marker))
    const text = [`[${block.unknown}]`, ...lines.map((line) => line.text)].join('\n')
    return [{ line: block.line, marker: null, text, why: 'marker', suggestion: near ? `[${near.marker}]` : null }]
  }
  if (block.marker === 'form.id') return []
  const stray = lines.filter(({ text }) => core(text) !== '' && !known.includes(core(text)))
  if (stray.length === 0) return []
  const text = stray.map((line) => line.text).join('\n')
  return [{ line: stray[0]!.line, marker: null, text, why: 'stray', suggestion: null }]
}
