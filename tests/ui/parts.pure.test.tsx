import { describe, expect, test } from 'vitest'
import { encode } from 'uqr'
import { render } from './render.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Pages, StepPages } from '#app/ui/pages.tsx'
import { placeLine } from '#app/ui/place.ts'
import { QrCode } from '#app/ui/qr-code.tsx'
import { Slab } from '#app/ui/slab.tsx'
import { statusWords } from '#app/ui/status-words.ts'
import { Ticket } from '#app/ui/ticket.tsx'
import { chosenLink } from '#app/ui/work-side.tsx'
import { cursorQuery } from '#app/values/cursor.ts'
import { translator } from '#app/locales/translate.ts'
import { NOW } from '#tests/support/app.ts'

test('the date leads, and says what it knows', () => {
  expect(render(<Slab startsOn="2026-06-09" endsOn="2026-06-12" />)).toBe(
    '<time class="slab" dateTime="2026-06-09">Jun <b>9–12</b></time>',
  )
  expect(render(<Slab startsOn="2027-06-29" endsOn="2027-07-03" isOpen={false} />)).toBe(
    '<time class="slab off" dateTime="2027-06-29">Jun–Jul ’27 <b>29–3</b></time>',
  )
  expect(render(<Slab startsOn="1995" endsOn="1995" />)).toContain('<b>1995</b>')
})

test('a moment names its zone', () => {
  const html = render(<Moment at="2027-03-31T21:59:00.000Z" zone="Africa/Kigali" city="Kigali" />)
  expect(html).toBe('<time dateTime="2027-03-31T21:59:00.000Z">31 March 2027, 23:59 in Kigali (UTC+2)</time>')
})

test('pages lead to the neighbours, the first and the last', () => {
  const html = render(<Pages page={5} pageCount={40} addressOf={(page) => `/events?page=${page}`} />)
  expect([...html.matchAll(/page=(\d+)/g)].map((match) => Number(match[1]))).toEqual([4, 1, 3, 4, 6, 7, 40, 6])
  expect(html).toContain('<b aria-current="page"><span class="vh">Page </span>5</b>')
  expect(render(<Pages page={1} pageCount={1} addressOf={String} />)).toBe('')
})

test('a long list leads on and back, to its first and its last', () => {
  const steps = (before: string | null, after: string | null) =>
    render(
      <StepPages
        steps={{ before, after }}
        addressOf={(cursor) => `/orders?${new URLSearchParams(cursorQuery(cursor))}`}
      />,
    )
  const links = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])
  expect(links(steps('a', 'b'))).toEqual(['/orders?', '/orders?before=a', '/orders?after=b', '/orders?before=end'])
  expect(links(steps(null, 'b'))).toEqual(['/orders?after=b', '/orders?before=end'])
  expect(links(steps('a', null))).toEqual(['/orders?', '/orders?before=a'])
  expect(steps(null, null)).toBe('')
})

test('the side navigation shows where one is on the pages under its links too', () => {
  const links = [
    { to: '/finance', label: 'Queue', also: ['/finance/entries'] },
    { to: '/finance/orders', label: 'Orders' },
    { to: '/finance/statements', label: 'Statements', also: ['/finance/lines'] },
  ]
  expect(chosenLink(links, '/finance')).toBe('/finance')
  expect(chosenLink(links, '/finance/entries/7')).toBe('/finance')
  expect(chosenLink(links, '/finance/orders/P7KQ-4M2X/refund')).toBe('/finance/orders')
  expect(chosenLink(links, '/finance/lines/3/match')).toBe('/finance/statements')
  expect(chosenLink(links, '/finance/orders-of-old')).toBeUndefined()
})

test('a void ticket has no code to show', () => {
  const props = { title: 'INET', name: 'Wulandari', code: 'T7KQ-4M2X', facts: [] as [string, string][] }
  expect(render(<Ticket {...props} />)).toContain('class="qr"')
  expect(render(<Ticket {...props} isVoid />)).not.toMatch(/T7KQ|class="qr"/)
})

test('a QR code is one square path with a name', () => {
  const html = render(<QrCode text="T7KQ-4M2X" label="QR code for ticket T7KQ-4M2X" />)
  expect(html).toMatch(/^<svg class="qr" viewBox="0 0 21 21" role="img" aria-label="QR code[^"]*"/)
  expect(html.match(/<path/g)).toHaveLength(1)
})

test('the path of a QR code is dark where the code is', () => {
  const { size, data } = encode('T7KQ-4M2X', { ecc: 'M', border: 0 })
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const path = / d="([^"]*)"/.exec(render(<QrCode text="T7KQ-4M2X" label="QR" />))![1]!
  for (const [, y = '', row = ''] of path.matchAll(/M0 (\d+)([^M]*)z/g)) {
    let x = 0
    for (const [, isDark, width = ''] of row.matchAll(/(v1)?h(\d+)(?:v-1)?/g)) {
      if (isDark) drawn[Number(y)]!.fill(true, x, x + Number(width))
      x += Number(width)
    }
  }
  expect(drawn).toEqual(data)
})

describe('an organizer’s text', () => {
  test('begins below the headings of the page', () => {
    expect(render(<Markdown text={'# Getting here\n\nBy **train**.'} />)).toContain(
      '<h3>Getting here</h3>\n<p>By <strong>train</strong>.</p>',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '<a href="data:text/html,x" onclick="alert(1)">x</a>',
    '<iframe src="https://example.org"></iframe>',
    '<p style="position:fixed">x</p>',
  ])('brings nothing with it that acts: %s', (text) => {
    expect(render(<Markdown text={text} />)).not.toMatch(/script|onerror|onclick|javascript:|data:|iframe|style=|<img/)
  })
})

describe('the words of a list', () => {
  const t = translator('en')
  const row = {
    status: { kind: 'open' as const },
    isFree: true,
    priceFrom: null,
    seats: { size: 30, taken: 27 },
    zone: 'Africa/Nairobi',
  }
  const words = (given: Partial<Parameters<typeof statusWords>[0]>) => statusWords({ ...row, ...given }, t, 'en', NOW)

  test('open: the cost and what is left', () => {
    expect(words({})).toEqual({ tag: { is: 'ok', text: 'Open' }, lines: ['Free · 3 seats left'], hasMeter: true })
    const priced = words({ isFree: false, priceFrom: { amountMinor: 6000, currency: 'USD' }, seats: null })
    expect(priced.lines).toEqual(['From \u2068US$60\u2069'])
  })

  test('days are those of the event’s own clock, with the year when it is another', () => {
    const opensAt = '2026-12-31T21:30:00.000Z'
    expect(words({ status: { kind: 'not-open', opensAt } }).tag?.text).toBe('Opens 1 January 2027')
    const closesAt = '2026-12-20T21:00:00.000Z'
    expect(words({ status: { kind: 'application', closesAt } }).lines).toEqual([
      'Free, by application',
      'Closes 20 December',
    ])
  })

  test('every other state has a word, and the past needs none', () => {
    const texts = (['full', 'closed', 'cancelled', 'invitation', 'past', 'none'] as const).map(
      (kind) => words({ status: { kind } }).tag?.text,
    )
    expect(texts).toEqual(['Full', 'Closed', 'Cancelled', 'By invitation', undefined, undefined])
  })

  test('a place is as exact as is known', () => {
    const place = (city: string | null, country: string | null, format: 'onsite' | 'online' | 'hybrid' = 'onsite') =>
      placeLine({ city, country, format }, t, 'en')
    expect(place('Nairobi', 'KE')).toBe('Nairobi, Kenya')
    expect(place('Singapore', 'SG')).toBe('Singapore')
    expect(place(null, 'MU')).toBe('Mauritius')
    expect(place(null, null)).toBe('')
    expect(place('Nairobi', 'KE', 'hybrid')).toBe('Nairobi, Kenya and online')
    expect(place('Kyiv', null, 'online')).toBe('Online, hosted from Kyiv')
    expect(place(null, null, 'online')).toBe('Online')
  })
})

test('a text that overflows the parser stands as it was typed', () => {
  const page = render(<Markdown text={`${'>'.repeat(5000)} <img src=x onerror=alert(1)>`} />)
  expect(page).toContain('&gt;&gt;&gt;')
  expect(page).not.toContain('<img')
})
