import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FormItem, LINED, BOXED, type TextAnswers } from '#app/applications/plain-text/form-item.ts'
import { formParts, itemsOf } from '#app/applications/plain-text/form-parts.ts'
import { readForm } from '#app/applications/plain-text/read-form.ts'
import { COLUMNS, writeForm } from '#app/applications/plain-text/write-form.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'
import { testServices } from '#tests/support/app.ts'
import { givenCall } from '#tests/support/given-call.ts'

let test: Awaited<ReturnType<typeof testServices>>
const calls: { sample: string; language: (typeof LANGUAGES)[number]['code']; call: Call }[] = []

beforeAll(async () => {
  test = await testServices()
  for (const sample of ['ntw', 'inet', 'ndss'] as const) {
    const { call } = await givenCall(test.services, { sample })
    for (const { code: language } of LANGUAGES)
      calls.push({ sample, language, call: (await readCall(test.db, { callId: call.id, language }))! })
  }
})
afterAll(async () => await test.close())

const HEAD = { id: 'event/call/en', title: 'Call', event: 'Event', lines: ['We take it until Monday.'] }

/** Any text that can stand in a form, in any script, with lines that look like the form's own. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'x',
    '[x] 1. Yes',
    '--> 3',
    '-- ',
    'نور تجريبي',
    '山田 例',
    '2',
    '=SUM(A1)',
    '> quoted',
    '[work.role] me',
  ),
)

function valueFor(item: FormItem): fc.Arbitrary<string[]> {
  const oneOf = (values: string[]): fc.Arbitrary<string[]> =>
    values.length === 0 ? fc.constant([]) : fc.constantFrom(...values).map((one) => [one])
  switch (item.kind) {
    case 'choices':
      return fc.subarray(item.options.map(({ value }) => value))
    case 'file':
      return fc.constant([])
    case 'number':
      return fc.nat(99_999).map((number) => [String(number)])
    case 'date':
      return fc
        .date({ min: new Date('1930-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
        .map((day) => [day.toISOString().slice(0, 10)])
    case 'country':
      return oneOf(['RW', 'CI', 'SN', 'TW', 'CD'])
    case 'email':
      return oneOf(['contohwati@example.org', 'a.b+c@example.org'])
    case 'phone':
      return oneOf(['+250 788 000 000'])
    case 'longtext':
      return fc
        .array(words, { maxLength: 6 })
        .map((lines) => lines.map((line) => cleanLine(line)).join('\n'))
        .map((text) => cleanText(text))
        .filter((text) => !/^_*$/.test(cleanLine(text)))
        .map((text) => [text])
    case 'text':
      return words
        .map((text) => cleanLine(text))
        .filter((text) => !/^_*$/.test(text))
        .map((text) => [text])
    default:
      if (BOXED.includes(item.kind)) return oneOf(item.options.map(({ value }) => value))
      return fc
        .subarray(item.lines)
        .chain((lines) =>
          fc.tuple(
            ...lines.map(({ value }) =>
              (item.kind === 'costs'
                ? fc.constantFrom('120', '1250.50', '0')
                : fc.constantFrom(...item.levels.map((level) => level.value))
              ).map((one) => `${value}=${one}`),
            ),
          ),
        )
  }
}

function answersFor(items: FormItem[]): fc.Arbitrary<TextAnswers> {
  return fc
    .tuple(...items.map((item) => fc.option(valueFor(item), { nil: [], freq: 4 })))
    .map((values) => Object.fromEntries(items.map(({ marker }, at) => [marker, values[at]!] as const)))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, held]) => held.length > 0)))
}

describe('a form that is written, filled in and read', () => {
  it('gives the same answers, for every call and language', () => {
    for (const { call, language } of calls) {
      const t = translator(language)
      const parts = formParts(call, t)
      fc.assert(
        fc.property(answersFor(itemsOf(parts)), (answers) => {
          const read = readForm(writeForm(HEAD, parts, t, answers), parts, t)
          expect(read.unread).toEqual([])
          expect(read.answers).toEqual(answers)
        }),
        { numRuns: 12 },
      )
    }
  }, 60_000)

  it('says the same through other line ends, a quoting mail program and other marks', () => {
    for (const { call, language } of calls) {
      const t = translator(language)
      const parts = formParts(call, t)
      const changes: ((text: string) => string)[] = [
        (text) => text.replaceAll('\r\n', '\n'),
        (text) => text.replaceAll('\r\n', '\r'),
        (text) => text.replaceAll(/^|(?<=\r\n)/g, '> '),
        (text) => text.replaceAll(/^|(?<=\r\n)/g, '> > '),
        (text) => text.replaceAll('-->', '→'),
        (text) => text.replaceAll('[x]', '[ X ]').replaceAll('-->', '–>'),
        (text) => text.replaceAll('[x]', '☑').replaceAll('[ ]', '☐'),
      ]
      const [answers] = fc.sample(plainAnswersFor(itemsOf(parts)), { numRuns: 1, seed: 7 })
      for (const change of changes) {
        const read = readForm(change(writeForm(HEAD, parts, t, answers)), parts, t)
        expect(read.answers).toEqual(answers)
        expect(read.unread).toEqual([])
      }
    }
  })

  it('keeps to 72 columns, with lines that end as mail wants them', () => {
    for (const { call, language } of calls) {
      const t = translator(language)
      const text = writeForm(HEAD, formParts(call, t), t)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const long = text.split('\r\n').filter((line) => [...line.replace(/[\p{M}\p{Cf}]/gu, '')].length > COLUMNS)
      // The arrow of a line of a grid may stand a little out.
      expect(long.filter((line) => !line.endsWith('-->'))).toEqual([])
    }
  })

  it('asks every question of the call once, by its marker', () => {
    for (const { call, language } of calls) {
      const t = translator(language)
      const text = writeForm(HEAD, formParts(call, t), t)
      for (const section of call.sections)
        for (const { code } of section.questions) expect(text.split(`\n[${section.code}.${code}] `)).toHaveLength(2)
    }
  })
})

/** Without texts that look like the form: what a change of the whole file would change too. */
function plainAnswersFor(items: FormItem[]): fc.Arbitrary<TextAnswers> {
  return fc
    .tuple(
      ...items.map((item) => (LINED.includes(item.kind) || BOXED.includes(item.kind) ? valueFor(item) : plain(item))),
    )
    .map((values) => Object.fromEntries(items.map(({ marker }, at) => [marker, values[at]!] as const)))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, held]) => held.length > 0)))
}

function plain(item: FormItem): fc.Arbitrary<string[]> {
  if (item.kind === 'longtext') return fc.constant(['First line.\n\nThird line, نور تجريبي.'])
  return item.kind === 'text' ? fc.constant(['Þóra Dæmisdóttir']) : valueFor(item)
}
