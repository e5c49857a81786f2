import { BOXED, type FormItem, type FormPart, LINED, type TextAnswers } from './form-item.ts'
import type { Translate } from '#app/locales/translate.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '#app/registrations/questions/answer-schema.ts'
import { wrap } from '#emails/plain-text.ts'

export const COLUMNS = 72
export const ARROW = '-->'
export const RULE = '-'.repeat(COLUMNS)
const INDENT = '    '

/** What stands above the questions. `id` names the form, so that what comes back is known: `EVENT/CALL/LANGUAGE`. */
export interface FormHead {
  id: string
  title: string
  event: string
  /** Until when, and where to send it. */
  lines: string[]
}

/**
 * The form of a call as a text file: UTF-8, lines of at most 72 columns that end with CR LF. With `answers` it is filled
 * in: what `readForm` gives of it are those answers.
 */
export function writeForm(head: FormHead, parts: FormPart[], t: Translate, answers: TextAnswers = {}): string {
  const steps = (['1', '2', '3', '4', '5'] as const).flatMap((number) =>
    bullet(`${number}. `, t(`textForm.how.${number}`)),
  )
  const lines = [
    ...wrap(head.title, COLUMNS),
    ...wrap(head.event, COLUMNS),
    '='.repeat(COLUMNS),
    '',
    ...wrap(t('textForm.howTitle'), COLUMNS),
    '',
    ...steps,
    '',
    ...head.lines.flatMap((line) => wrap(line, COLUMNS)),
    '',
    `[form.id] ${head.id}`,
    ...parts.flatMap((part) => [
      '',
      ...partHead(part),
      ...part.items.flatMap((item) => ['', ...writeItem(item, t, answers[item.marker])]),
    ]),
    '',
    RULE,
    `[form.end] ${t('textForm.end')}`,
    '',
  ]
  return lines.join('\r\n')
}

export function partHead({ title, help }: FormPart): string[] {
  return [RULE, ...wrap(title, COLUMNS), RULE, ...(help === '' ? [] : ['', ...wrap(help, COLUMNS)])]
}

/** One question with room for its answer, or with its answer. */
export function writeItem(item: FormItem, t: Translate, held: string[] = []): string[] {
  const head = `[${item.marker}] ${item.label}${item.isRequired ? '' : ` (${t('common.optional')})`}`
  const help = [item.help, ...hintsOf(item, t)].filter(Boolean).flatMap((text) => indented(text))
  return [...wrap(head, COLUMNS), ...help, ...answerLines(item, held)]
}

function answerLines(item: FormItem, held: string[]): string[] {
  const { kind, options, lines } = item
  if (kind === 'file') return []
  if (BOXED.includes(kind))
    return options.flatMap(({ value, label }, at) =>
      bullet(`${INDENT}[${held.includes(value) ? 'x' : ' '}] ${at + 1}. `, label),
    )
  if (LINED.includes(kind)) {
    const given = new Map(held.map((one) => splitLine(one)))
    return lines.flatMap(({ value, label }, at) => {
      const wrapped = bullet(`${INDENT}${at + 1}. `, label)
      return [...wrapped.slice(0, -1), `${wrapped.at(-1)} ${ARROW} ${given.get(value) ?? ''}`.trimEnd()]
    })
  }
  const [text = ''] = held
  if (kind !== 'longtext') return [`${ARROW} ${text}`.trimEnd()]
  return text === '' ? [ARROW] : [ARROW, ...text.split('\n').map((line) => (line === '' ? '' : INDENT + line))]
}

/** `LINE=VALUE`; no line's name has the sign in it. */
export function splitLine(held: string): [line: string, value: string] {
  const at = held.indexOf('=')
  return [held.slice(0, at), held.slice(at + 1)]
}

/** How it is answered, and within which limits. */
function hintsOf({ kind, maximum, isInWords, levels }: FormItem, t: Translate): string[] {
  switch (kind) {
    case 'text':
      return [t('textForm.hint.characters', { count: maximum ?? LONGEST_LINE })]
    case 'longtext':
      return [
        isInWords
          ? t('textForm.hint.words', { count: maximum ?? 500 })
          : t('textForm.hint.characters', { count: maximum ?? LONGEST_TEXT }),
      ]
    case 'choice':
    case 'yesno':
      return [t('textForm.hint.one')]
    case 'choices':
      return [t('textForm.hint.several')]
    case 'consent':
      return [t('textForm.hint.consent')]
    case 'date':
      return [t('textForm.hint.date')]
    case 'country':
      return [t('textForm.hint.country')]
    case 'number':
      return [t('textForm.hint.number')]
    case 'file':
      return [t('textForm.hint.file')]
    case 'costs':
      return [t('textForm.hint.costs')]
    case 'grid':
    case 'languages':
      return [
        t('textForm.hint.levels'),
        ...levels.map(({ value, label }, at) => `${levelNumber(levels, value, at)} = ${label}`),
      ]
    default:
      return []
  }
}

/** What stands for a level: its value where all values are figures, else its place, from 0. */
export function levelNumber(levels: { value: string }[], value: string, at: number): string {
  return levels.every((level) => /^\d$/.test(level.value)) ? value : String(at)
}

function indented(text: string): string[] {
  return wrap(text, COLUMNS - INDENT.length).map((line) => INDENT + line)
}

/** A text behind something, its further lines under its first. */
function bullet(before: string, text: string): string[] {
  return wrap(text, COLUMNS - before.length).map((line, at) => (at === 0 ? before : ' '.repeat(before.length)) + line)
}
