import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fillLine, fillWords, type FilledValues } from '#app/mail/fill-words.ts'
import { PLACEHOLDERS, readPlaceholders, type WordsFor } from '#app/mail/placeholders.ts'

const KINDS = Object.keys(PLACEHOLDERS) as WordsFor[]
const VALUES: FilledValues = {
  name: { text: 'Wulandari' },
  event: { text: 'INET' },
  link: { text: 'https://plenary.example/en/orders/X?key=ab_c_&y=1', isAddress: true },
  code: { text: 'AB-12' },
}

const faultsOf = (text: string, kind: WordsFor = 'registration') => readPlaceholders(text, kind).faults

describe('what is misspelt is refused at its line, with the nearest right one', () => {
  it.each([
    ['{nmae}', 'name'],
    ['{Name}', 'name'],
    ['{ name }', 'name'],
    ['{firstname}', 'name'],
    ['{tiket}', 'ticket'],
    ['{dedline}', 'deadline'],
    ['{balanse}', 'balance'],
    ['{evnt}', 'event'],
    ['{date}', 'dates'],
    ['{lnik}', 'link'],
    ['{trak}', 'track'],
    ['{plase}', 'place'],
  ])('%s: %s', (written, nearest) => {
    expect(faultsOf(`one\ntwo ${written}`)).toEqual([{ is: 'unknown', written, line: 2, nearest }])
  })

  it('every word with one letter changed, left out or added, of every kind of mail', () => {
    for (const kind of KINDS)
      for (const name of PLACEHOLDERS[kind])
        for (let at = 0; at < name.length; at++)
          for (const wrong of [name.slice(0, at) + name.slice(at + 1), `${name.slice(0, at)}Ø${name.slice(at)}`]) {
            const [fault] = faultsOf(`{${wrong}}`, kind)
            expect([wrong, fault?.is === 'unknown' || fault?.is === 'elsewhere']).toEqual([wrong, true])
            expect(PLACEHOLDERS[kind]).toContain(fault!.nearest)
          }
  })

  it('a placeholder of other recipients, and a brace without its other half', () => {
    expect(faultsOf('{ticket}', 'waiting')).toMatchObject([{ is: 'elsewhere', written: '{ticket}' }])
    expect(faultsOf('{name', 'waiting')).toMatchObject([{ is: 'brace', written: '{' }])
    expect(faultsOf('name}')).toMatchObject([{ is: 'brace', written: '}' }])
    expect(faultsOf('{{name}} {{ }}')).toEqual([])
  })
})

test('the names of each kind are right, and only they', () => {
  for (const kind of KINDS) for (const name of PLACEHOLDERS[kind]) expect(faultsOf(`a {${name}} b`, kind)).toEqual([])
})

test('whatever is written: it never throws, and no brace is left that nobody doubled', () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom('{', '}', '{name}', '{nmae}', '**', '\n\n', '- ', '[x](', ')', '<', '>', '`', '{link}'),
      fc.string(),
    ),
  )
  fc.assert(
    fc.property(text, fc.constantFrom(...KINDS), (parts, kind) => {
      const source = parts.join('').replace(/\{\{|\}\}/g, '')
      const { html, text } = fillWords(source, kind, VALUES)
      if (/\{\{|\}\}/.test(source)) return
      expect(html).not.toMatch(/[{}]/)
      expect(text).not.toMatch(/[{}]/)
      expect(fillLine(source, kind, VALUES)).not.toMatch(/[{}\n]/)
    }),
  )
})

test('a doubled brace is one', () => {
  expect(fillLine('{{name}} is {name}', 'team', VALUES)).toBe('{name} is Wulandari')
  expect(fillWords('{{name}}', 'team', VALUES).text).toBe('{name}')
})

test('names are text, whatever they look like, and keep their own direction', () => {
  const name = { text: '<img src=x onerror=alert(1)> *نور* [x](javascript:y)' }
  const { html, text } = fillWords('Dear **{name}**', 'team', { name })
  expect(html).toContain('<strong><bdi>&lt;img src=x onerror=alert(1)&gt; *نور* [x](javascript:y)</bdi></strong>')
  expect(text).toBe('Dear <img src=x onerror=alert(1)> *نور* [x](javascript:y)')
})

test('addresses are links, alone and behind words, and values in addresses stay parts of them', () => {
  const { html } = fillWords('{link} and [page]({link}), [a](https://a.example/{name}) [b]({name})', 'team', {
    ...VALUES,
    name: { text: 'javascript:alert(1)//"x' },
  })
  expect(html.match(/href="https:\/\/plenary\.example\/en\/orders\/X\?key=ab_c_&amp;y=1"/g)).toHaveLength(2)
  expect(html).toContain('href="https://a.example/javascript%3Aalert(1)%2F%2F%22x"')
  expect(html).not.toMatch(/href="javascript/)
})

test('a hostile body loses what could do harm', () => {
  const { html } = fillWords(
    '<script>alert(1)</script><p style="position:fixed" onclick="x()">hi</p> [j](javascript:alert(1)) <a href="data:text/html,x">d</a> <img src=x><iframe src=x></iframe>',
    'team',
    VALUES,
  )
  expect(html).not.toMatch(/<script|onclick|position|<img|<iframe|href="(javascript|data)/i)
})

test('a subject is one line', () => {
  expect(fillLine('Hello {name}', 'team', { name: { text: 'A\r\nBcc: x@example.org' } })).toBe(
    'Hello A Bcc: x@example.org',
  )
})
