import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '#app/calendar/write-calendar.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'
import { givenEntry } from '#tests/support/calendar-entry.ts'
import { icalFaults } from '#tests/support/ical-checker.ts'
import { expectAgreementOn } from '#tests/support/judges/expect-agreement.ts'
import { readByIcalJs } from '#tests/support/judges/read-by-icaljs.ts'

const RUNS = process.env.PLENARY_TEST_DEEP ? 5_000 : 500
const IN_A_FILE = 250

/** Every code unit, halves of characters and control characters too; long words in one script; and what is special. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...'\\;,:"nN^\r\n\t \u2028%C2', 'END:VEVENT', '\u0301', '👩🏽‍💻', 'é', '。', 'نور', '\uFEFF'), {
      maxLength: 150,
    })
    .map((pieces) => pieces.join('')),
)

/** Three of the four part a list wrongly at such signs, each in its own way; a lonely word they read. */
const anyWord = anyText.map((text) => text.replace(/[\\",;%]/g, '-'))

const anyEntry = fc
  .record({
    summary: anyText,
    description: anyText,
    location: fc.option(anyText),
    categories: fc.array(anyWord, { maxLength: 3 }),
    label: anyText,
  })
  .map(({ label, ...texts }) => givenEntry({ ...texts, conference: { url: 'https://e.org/a,b;c', label } }))

function expected({ summary, description, location, categories, url }: ReturnType<typeof givenEntry>) {
  return {
    summary: cleanLine(summary) || url,
    description: cleanText(description) || null,
    location: (location && cleanLine(location)) || null,
    categories: categories.map(cleanLine).filter(Boolean),
  }
}

describe('any text', () => {
  it('comes back as it went in, cleaned', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyEntry, anyText, (entry, name) => {
        const text = writeCalendar({ name, sourceUrl: null, entries: [entry] }, 'plenary.example')
        expect(icalFaults(text)).toEqual([])
        const reading = readByIcalJs(text)
        expect(reading.events).toHaveLength(1)
        expect(reading.events[0]).toMatchObject(expected(entry))
        expect(reading.name).toBe(cleanLine(name) || 'Plenary')
      }),
      { seed: 20270201, numRuns: RUNS },
    )
  })

  it('is read alike by every judge', { timeout: 600_000 }, async () => {
    const entries = fc
      .sample(anyEntry, { seed: 20270202, numRuns: RUNS })
      .map((entry, index) => ({ ...entry, uid: `event-${index}` }))
    const files = Array.from({ length: RUNS / IN_A_FILE }, (_, index) => {
      const some = entries.slice(index * IN_A_FILE, (index + 1) * IN_A_FILE)
      return writeCalendar({ name: 'A, "b"; \\n', sourceUrl: null, entries: some }, 'plenary.example')
    })
    const events = (await expectAgreementOn(files)).flatMap((reading) => reading.events)
    expect(events).toHaveLength(RUNS)
    for (const [index, event] of events.entries()) expect(event).toMatchObject(expected(entries[index]!))
  })
})
