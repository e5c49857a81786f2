import { describe, expect, test } from 'vitest'
import { everyLetter } from './samples.ts'

const ISOLATES = /[\u200F\u2068\u2069]/g
const HOSTILE = 'Eve <b>"O\'Hara"</b>\r\nBcc: all@example.org\u0000\u2028 =?utf-8?Q?x?= $t(mail.reply) {{code}}'

const letters = ['en', 'fr', 'ar'].flatMap((language) =>
  Object.entries(everyLetter(language)).map(([name, letter]) => ({ language, name, letter })),
)

function visibleTexts(html: string): string[] {
  return html
    .replace(/^[\s\S]*?<h1/, '<h1')
    .replace(/<\/?bdi\b[^>]*>/g, '')
    .replace(/<br\b[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .split(/<[^>]*>/)
    .map(squeezed)
    .filter((text) => text !== '')
}

function squeezed(text: string): string {
  return text
    .replace(ISOLATES, '')
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .replace(/ (?=[:.,)])/g, '')
    .replace(/\( /g, '(')
    .trim()
}

/** The lines above those that start with the hostile word: only a full line may break before it. */
function aboveBcc(text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => (line.startsWith('Bcc:') ? [lines[at - 1] ?? ''] : []))
}

describe.each(letters)('$name in $language', ({ language, letter }) => {
  test('tells in the text what the HTML tells', () => {
    const text = squeezed(letter.text)
    for (const told of visibleTexts(letter.html)) expect(text).toContain(told)
  })

  test('has every link of the HTML on a line of its own in the text', () => {
    const links = [...letter.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!.replace(/&amp;/g, '&'))
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(letter.text.split('\n')).toContain(link)
  })

  test('keeps to 78 columns but for links', () => {
    const long = letter.text.split('\n').filter((line) => line.replace(ISOLATES, '').replace(/\p{M}/gu, '').length > 78)
    expect(long.filter((line) => !line.startsWith('https://'))).toEqual([])
  })

  test('says its language and direction on every level', () => {
    const direction = language === 'ar' ? 'rtl' : 'ltr'
    const [outer, ...inner] = letter.html.matchAll(/<(?:html|body|table|td)\b[^>]*>/g)
    expect(outer![0]).toContain(`lang="${language}" dir="${direction}"`)
    for (const [tag] of inner) expect(tag).toContain(`dir="${direction}"`)
    if (direction === 'rtl') expect(letter.html).not.toMatch(/text-align:left/)
  })

  test('loads nothing and runs nothing', () => {
    expect(letter.html).not.toMatch(/<(script|img|link|iframe|form)\b|src=|url\(/i)
  })
})

describe('a hostile name', () => {
  const hostile = Object.entries(everyLetter('en', { name: HOSTILE, title: HOSTILE })).map(([name, letter]) => ({
    name,
    letter,
  }))

  test.each(hostile)('stays one line of text in $name', ({ letter }) => {
    expect(letter.subject).not.toMatch(/\p{Cc}|\u2028/u)
    expect(letter.html).not.toMatch(/<b>|"O'Hara"|\u0000|\u2028/)
    expect(letter.text).not.toMatch(/\u0000|\u2028|\r/)
    for (const above of aboveBcc(letter.text)) expect(`${above} Bcc:`.length).toBeGreaterThan(78)
  })

  test('is not taken for a place to fill', () => {
    const { text, html } = everyLetter('en', { name: HOSTILE })['ticket']!
    expect(text.replace(/\s+/g, ' ')).toContain('$t(mail.reply) {{code}}')
    expect(html).toContain('$t(mail.reply) {{code}}')
  })
})

test('values in a right-to-left text are isolated from what is around them', () => {
  const { text, subject } = everyLetter('ar')['ticket']!
  expect(subject).toContain('\u2068T7KQ-4M2X\u2069')
  expect(text).toContain('\u2068Network Training Workshop 2027\u2069')
  expect(text.split('\n').find((line) => line.includes('T7KQ-4M2X'))).toMatch(/^\u200F/)
})

test('an Arabic name in an English text is isolated, a Latin one needs no such thing', () => {
  const { text } = everyLetter('en')['order-confirmed']!
  expect(text).toContain('\u2068عمر بن الخطيب\u2069')
  expect(text).not.toContain('\u2068Wulandari')
})

test('facts stand in two columns', () => {
  const lines = everyLetter('en')['order-lapsed']!.text.split('\n')
  const at = lines.findIndex((line) => line.startsWith('Was held until'))
  expect(lines.slice(at, at + 3)).toEqual([
    'Was held until   19 March 2027, 10:40 (UTC+2)',
    '                 19 March 2027, 08:40 (UTC)',
    'Event            Network Training Workshop 2027',
  ])
})
