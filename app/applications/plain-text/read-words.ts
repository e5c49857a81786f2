import type { Answered, Read } from './read-form.ts'
import { westernDigits } from './likeness.ts'
import { readCountry, readDay } from './read-value.ts'
import type { Why } from './unread.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'

/** An answer in words: a text, a number, a day, a country. What does not fit is kept as typed where a form can show it. */
export function readWords({ item, lines }: Answered): Read {
  const number = lines.find(({ text }) => text.trim() !== '')?.number ?? lines[0]?.number ?? 0
  const text = cleanText(dedented(lines.map((line) => line.text)).join('\n'))
  const typed = cleanLine(text).replace(/^_+$/, '')
  if (typed === '') return { values: [], unread: [] }
  const faulty = (why: Why, values: string[], suggestion: string | null = null): Read => ({
    values,
    unread: [{ line: number, text, why, suggestion }],
  })
  switch (item.kind) {
    case 'longtext':
      return { values: [text], unread: [] }
    case 'file':
      return faulty('file', [])
    case 'number': {
      const figures = westernDigits(typed).replace(/[\s'’.,](?=\d{3}\b)/g, '')
      return /^\d{1,9}$/.test(figures) ? { values: [figures], unread: [] } : faulty('number', [typed])
    }
    case 'date': {
      const day = readDay(typed)
      return day === null ? faulty('date', []) : { values: [day], unread: [] }
    }
    case 'country': {
      const country = readCountry(typed)
      return country.code === null ? faulty('country', [], country.suggestion) : { values: [country.code], unread: [] }
    }
    case 'email': {
      const address = typed.replace(/^.*<(?:mailto:)?([^<>\s]+@[^<>\s]+)>.*$/, '$1').replace(/^mailto:/i, '')
      const isAddress = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(address)
      return isAddress ? { values: [address], unread: [] } : faulty('email', [typed])
    }
    default:
      return { values: [typed], unread: [] }
  }
}

/** Without the four spaces that all lines begin with, as the form puts them before an answer. */
function dedented(lines: string[]): string[] {
  const written = lines.filter((line) => line.trim() !== '')
  return written.every((line) => line.startsWith('    ')) ? lines.map((line) => line.slice(4)) : lines
}
