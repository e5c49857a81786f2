import { describe, expect, it } from 'vitest'
import { foldLine } from '#app/calendar/fold-line.ts'

const MARKS = '\u0323\u0301'.repeat(60)

describe('a folded line', () => {
  it('is at most 75 octets long, and is the line again without its folds', () => {
    for (const letter of ['x', 'é', '语', '👩🏽‍💻', '\\,', `e${MARKS}`, `\\;${MARKS}`])
      for (let before = 0; before < 80; before++) {
        const line = `SUMMARY:${'a'.repeat(before)}${letter.repeat(20)}`
        const folded = foldLine(line)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        for (const physical of folded.split('\r\n')) {
          expect(Buffer.byteLength(physical)).toBeLessThanOrEqual(75)
          expect(physical.isWellFormed()).toBe(true)
          // The sign of an escape stands before what it escapes.
          expect(physical).not.toMatch(/(?<!\\)(\\\\)*\\$/)
        }
      }
  })

  it('leaves 75 octets alone and folds 76', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
  })
})
