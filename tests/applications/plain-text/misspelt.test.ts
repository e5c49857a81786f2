import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormPart } from '#app/applications/plain-text/form-item.ts'
import { formParts, itemsOf } from '#app/applications/plain-text/form-parts.ts'
import { readForm } from '#app/applications/plain-text/read-form.ts'
import { readCountry, readDay } from '#app/applications/plain-text/read-value.ts'
import { writeForm } from '#app/applications/plain-text/write-form.ts'
import { readText } from '#app/files/read-text.ts'
import { translator } from '#app/locales/translate.ts'
import { testServices } from '#tests/support/app.ts'
import { givenCall } from '#tests/support/given-call.ts'

const t = translator('en')
const HEAD = { id: 'event/call/en', title: 'Call', event: 'Event', lines: [] }

let test: Awaited<ReturnType<typeof testServices>>
let parts: FormPart[]
let empty: string

beforeAll(async () => {
  test = await testServices()
  const { call } = await givenCall(test.services, { sample: 'ntw' })
  parts = formParts(call, t)
  empty = writeForm(HEAD, parts, t)
})
afterAll(async () => await test.close())

/** The form with something written behind the arrow of a question. */
function answered(text: string, marker: string, answer: string): string {
  const from = text.indexOf(`[${marker}]`)
  const arrow = text.indexOf('-->', from)
  return `${text.slice(0, arrow)}--> ${answer}${text.slice(arrow + 3)}`
}

describe('a text form with mistakes in it', () => {
  it('knows a marker that is misspelt, or whose brackets are gone, by its question', () => {
    const text = answered(answered(empty, 'form.name', 'Contohwati'), 'form.email', 'c@example.org')
    const read = readForm(text.replace('[form.name]', '[from.nmae]').replace('[form.email]', '{Form. email}'), parts, t)
    expect(read.answers['form.name']).toEqual(['Contohwati'])
    expect(read.answers['form.email']).toEqual(['c@example.org'])
    const bare = readForm(text.replace('[form.name] ', ''), parts, t)
    expect(bare.answers['form.name']).toEqual(['Contohwati'])
    expect(bare.unread).toEqual([])
  })

  it('keeps what stands under a marker that nobody knows, with its line', () => {
    const read = readForm(`${empty}\r\n[hobby.music] What do you play?\r\n--> The kora\r\n`, parts, t)
    expect(read.unread).toEqual([
      expect.objectContaining({ why: 'marker', text: expect.stringContaining('The kora') as string }),
    ])
    const line = read.unread[0]!.line
    expect(`${empty}\r\n[hobby.music]`.split('\r\n')[line - 1]).toContain('[hobby.music]')
  })

  it('says what it expected where an answer is none of the options, and what was perhaps meant', () => {
    const country = readForm(answered(empty, 'you.residence', 'Rwonda'), parts, t)
    expect(country.answers['you.residence']).toBeUndefined()
    expect(country.unread).toEqual([
      expect.objectContaining({ marker: 'you.residence', text: 'Rwonda', why: 'country', suggestion: 'RW' }),
    ])
    const options = itemsOf(parts).find(({ marker }) => marker === 'form.wish-1')!.options
    const from = empty.indexOf('[form.wish-1]')
    const box = empty.indexOf('[ ] 1.', from)
    const two = `${empty.slice(0, box)}[x] 1.${empty.slice(box + 6)}`.replace(/\[ \] 2\./, '[ ] 2.')
    expect(readForm(two, parts, t).answers['form.wish-1']).toEqual([options[0]!.value])
    const third = empty.indexOf('[ ] 2.', from)
    const both = `${two.slice(0, third)}[X] 2.${two.slice(third + 6)}`
    const read = readForm(both, parts, t)
    expect(read.answers['form.wish-1']).toEqual([options[0]!.value])
    expect(read.unread).toEqual([expect.objectContaining({ marker: 'form.wish-1', why: 'one-only' })])
  })

  it('takes options that are named in words instead of marked, and rows without their arrow', () => {
    const from = empty.indexOf('[form.language]')
    const at = empty.indexOf('\r\n\r\n', from)
    const read = readForm(`${empty.slice(0, at)}\r\nFrançais${empty.slice(at)}`, parts, t)
    expect(read.answers['form.language']).toEqual(['fr'])
    const grid = itemsOf(parts).find(({ kind }) => kind === 'grid')!
    const row = empty.indexOf('1. ', empty.indexOf(`[${grid.marker}]`))
    const end = empty.indexOf('-->', row)
    const colon = `${empty.slice(0, end).trimEnd()}: ${grid.levels[1]!.label}${empty.slice(end + 3)}`
    expect(readForm(colon, parts, t).answers[grid.marker]).toEqual([`${grid.lines[0]!.value}=${grid.levels[1]!.value}`])
    const wrong = `${empty.slice(0, end)}--> often${empty.slice(end + 3)}`
    expect(readForm(wrong, parts, t).unread).toEqual([expect.objectContaining({ why: 'level' })])
  })

  it('reads what was saved as Windows-1252 and UTF-16', () => {
    const text = answered(empty, 'form.name', 'Þóra Dæmisdóttir')
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(readForm(readText(utf16)!, parts, t).answers['form.name']).toEqual(['Þóra Dæmisdóttir'])
    const ansi = Buffer.from(answered(text.replaceAll(/[^\r\n\x20-\xff]/g, '-'), 'form.team', 'x'), 'latin1')
    expect(readForm(readText(ansi)!, parts, t).answers['form.name']).toEqual(['Þóra Dæmisdóttir'])
  })

  it('loses nothing of a form in which everything is misspelt', () => {
    const garbled = empty
      .split('\r\n')
      .map((line) => line.replace(/^\[(\w+)\.([\w-]+)\]/, (_, a: string, b: string) => `[zz${a}q.${b}kkzz]`))
      .map((line) => line.replace(/-->$/, '--> Qwertz asdf'))
      .join('\n')
    const read = readForm(garbled, parts, t)
    const kept = [...Object.values(read.answers).flat(), ...read.unread.map(({ text }) => text)].join('\n')
    const written = garbled.split('Qwertz asdf').length - 1
    expect(written).toBeGreaterThan(20)
    // What a form can show as it was typed is listed and kept as an answer too.
    expect(kept.split('Qwertz asdf').length - 1).toBeGreaterThanOrEqual(written)
    for (const { line, text, why } of read.unread) {
      expect(line).toBeGreaterThan(0)
      expect(text).not.toBe('')
      expect(t(`textForm.why.${why}`)).not.toContain('textForm')
    }
  })

  it('finds nothing in a file that is no form of ours', () => {
    expect(readForm('Dear all,\n\nsee attachment.\n', parts, t)).toMatchObject({ found: 0, answers: {} })
  })
})

describe('a day and a country', () => {
  it.each([
    ['2027-06-21', '2027-06-21'],
    ['21/6/2027', '2027-06-21'],
    ['21.06.2027', '2027-06-21'],
    ['6/21/2027', '2027-06-21'],
    ['21 June 2027', '2027-06-21'],
    ['June 21st, 2027', '2027-06-21'],
    ['21 juin 2027', '2027-06-21'],
    ['21 يونيو 2027', '2027-06-21'],
    ['٢١/٦/٢٠٢٧', '2027-06-21'],
    ['31/2/2027', null],
    ['soon', null],
    ['2027', null],
  ])('%s is %s', (typed, day) => expect(readDay(typed)).toBe(day))

  it.each([
    ['RW', 'RW'],
    ['rwanda', 'RW'],
    ['Côte d’Ivoire', 'CI'],
    ['Ivory Coast', 'CI'],
    ['Allemagne', 'DE'],
    ['مصر', 'EG'],
    ['DRC', 'CD'],
  ])('%s is %s', (typed, code) => expect(readCountry(typed)).toEqual({ code }))
})
