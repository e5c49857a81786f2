import { describe, expect, it } from 'vitest'
import { camt } from '#tests/support/statements/camt.ts'
import { decodeText } from '#app/payments/statements/decode-text.ts'
import { fingerprints } from '#app/payments/statements/fingerprints.ts'
import { guessMapping } from '#app/payments/statements/guess-mapping.ts'
import { mappingFields, mappingSchema } from '#app/payments/statements/mapping.ts'
import { readAmount } from '#app/payments/statements/read-amount.ts'
import { readCamt } from '#app/payments/statements/read-camt.ts'
import { readDay } from '#app/payments/statements/read-day.ts'
import type { ReadLine } from '#app/payments/statements/read-line.ts'
import { readTable } from '#app/payments/statements/read-table.ts'
import { tableLines } from '#app/payments/statements/table-lines.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
const why = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { reason?: { code: string } }).reason?.code ?? error
  }
  return null
}

describe('the letters of a file', () => {
  it.each([
    ['UTF-8', bytes('Zürich 東京')],
    ['UTF-8 with a mark', bytes('\uFEFFZürich 東京')],
    ['UTF-16', utf16('Zürich 東京')],
    ['UTF-16, big end first', Buffer.from('\uFEFFZürich 東京', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('Date;Amount;Text\r\nZürich 東京', 'utf16le')],
  ])('are read in %s', (_, content) => {
    expect(decodeText(content)).toMatch(/Zürich 東京$/)
  })

  it('are Windows-1252 where they are not UTF-8', () => {
    expect(decodeText(Buffer.from([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x20, 0x80]))).toBe('Zürich €')
  })

  it('follow what an XML declaration says', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-15"?><a>\xa4</a>'
    expect(decodeText(Buffer.from(text, 'latin1'))).toContain('€')
  })

  it.each([
    ['an archive', Buffer.from('PK\x03\x04\x14\x00\x06\x00'), 'statement-not-text'],
    ['nothing', new Uint8Array(), 'statement-empty'],
    ['white space', bytes(' \r\n '), 'statement-empty'],
    ['an encoding that nobody knows', bytes('<?xml version="1.0" encoding="klingon"?><a/>'), 'statement-not-text'],
  ])('are none in %s', (_, content, code) => {
    expect(why(() => decodeText(content))).toBe(code)
  })
})

describe('an amount of a table', () => {
  it.each([
    ['1,250.00', 'point', 'USD', 125_000],
    ['1.250,00', 'comma', 'EUR', 125_000],
    ['1 250,5', 'comma', 'EUR', 125_050],
    ['1’250.–', 'point', 'CHF', null],
    ['1’250.50', 'point', 'CHF', 125_050],
    ['1,25,000.00', 'point', 'INR', 12_500_000],
    ['-12.30', 'point', 'USD', -1230],
    ['12.30-', 'point', 'USD', -1230],
    ['(12.30)', 'point', 'USD', -1230],
    ['−12,30 €', 'comma', 'EUR', -1230],
    ['USD 12.30 CR', 'point', 'USD', 1230],
    ['12.30 DR', 'point', 'USD', -1230],
    ['12500', 'point', 'JPY', 12_500],
    ['12500.00', 'point', 'UGX', 12_500],
    ['12500.50', 'point', 'UGX', null],
    ['1.234', 'point', 'KWD', 1234],
    ['1.2345', 'point', 'KWD', null],
    ['١٢٥٫٥٠'.replace('٫', '.'), 'point', 'EGP', 12_550],
    ['12,50', 'point', 'USD', null],
    ['1,250', 'comma', 'USD', null],
    ['1.250', 'comma', 'EUR', 125_000],
    ['', 'point', 'USD', null],
    ['abc', 'point', 'USD', null],
    ['1.2.3', 'point', 'USD', null],
    ['99999999999999', 'point', 'USD', null],
  ] as const)('%s with a %s in %s', (typed, decimal, currency, minor) => {
    expect(readAmount(typed, currency, decimal)).toBe(minor)
  })
})

describe('a day of a table', () => {
  it.each([
    ['2026-11-20', 'year-first', '2026-11-20'],
    ['20261120', 'year-first', '2026-11-20'],
    ['2026-11-20T23:59:00+02:00', 'year-first', '2026-11-20'],
    ['20.11.2026', 'day-first', '2026-11-20'],
    ['3/4/26', 'day-first', '2026-04-03'],
    ['3/4/26', 'month-first', '2026-03-04'],
    ['20-Nov-2026', 'day-first', '2026-11-20'],
    ['November 20, 2026', 'month-first', '2026-11-20'],
    ['31.02.2026', 'day-first', null],
    ['20.11.2026', 'month-first', null],
    ['yesterday', 'day-first', null],
  ] as const)('%s, %s', (typed, format, day) => {
    expect(readDay(typed, format)).toBe(day)
  })
})

const GERMAN = `Konto;CH93 0076 2011 6238 5295 7;;;;
Zeitraum;November 2026;;;;

Buchungstag;Auftraggeber;Verwendungszweck;Betrag;Währung;Transaktionsnummer
20.11.2026;"Müller; Söhne ""GmbH""";RF18 P7KQ 4M2X;1.250,00;EUR;T1
21.11.2026;Bank;Gebühr;-12,50;EUR;T2
;;Saldo;1.237,50;EUR;
`

describe('a table', () => {
  const mappingOf = (text: string, change: Record<string, string> = {}) => {
    const table = readTable(text)
    const parsed = mappingSchema.parse({ ...mappingFields(guessMapping(table, 'USD')), ...change })
    return { table, mapping: parsed }
  }

  it('finds its delimiter, its heading below the preamble, days and decimals', () => {
    const { table, mapping } = mappingOf(GERMAN)
    expect(mapping).toMatchObject({
      delimiter: ';',
      headRow: 2,
      dayFormat: 'day-first',
      decimal: 'comma',
      currency: 'EUR',
    })
    const { lines, faults, skipped } = tableLines(table, mapping)
    expect({ faults, skipped }).toEqual({ faults: [], skipped: 1 })
    expect(lines).toMatchObject([
      { bookedOn: '2026-11-20', amountMinor: 125_000, currency: 'EUR', payer: 'Müller; Söhne "GmbH"', bankId: 'T1' },
      { amountMinor: -1250 },
    ])
    expect(lines[0]!.reference).toContain('RF18 P7KQ 4M2X')
  })

  it.each([
    ['commas', 'Date,Description,Paid out,Paid in\n2026-11-20,A fee,12.50,\n2026-11-21,"From, her",,125.00\n'],
    ['tabs', 'Date\tDescription\tPaid out\tPaid in\r2026-11-20\tA fee\t12.50\t\r2026-11-21\tFrom\t\t125.00\r'],
    ['bars', 'Date|Description|Debit|Credit\r\n2026-11-20|A fee|12.50|\r\n2026-11-21|From||125.00\r\n'],
    ['signs in a column', 'Date;Text;Amount;D/C\n2026-11-20;A fee;12.50;D\n2026-11-21;From;125.00;C\n'],
  ])('is read with %s', (_, text) => {
    const { table, mapping } = mappingOf(text)
    expect(tableLines(table, mapping).lines.map(({ amountMinor }) => amountMinor)).toEqual([-1250, 12_500])
  })

  it('names the row that cannot be read, and takes nothing for granted', () => {
    const { table, mapping } = mappingOf('Date,Text,Amount\n2026-11-20,a,12.50\n2026-11-31,b,1\n2026-11-21,c,one\n')
    expect(tableLines(table, mapping).faults).toEqual([
      { row: 3, what: 'day', cell: '2026-11-31' },
      { row: 4, what: 'amount', cell: 'one' },
    ])
  })

  it.each([
    ['a page', '<html><body>Login</body></html>'],
    ['prose', 'Dear customer,\nyour statement is ready.\n'.replace(',', '')],
    ['MT940', ':20:STARTUMS\n:25:12345/678\n'],
    ['JSON', '{"a": [1, 2]}'],
  ])('is not %s', (_, text) => {
    expect(why(() => readTable(text))).toBe('statement-not-table')
  })

  it('says which fields of a mapping are missing', () => {
    const fields = { ...mappingFields(guessMapping(readTable(GERMAN), 'EUR')), amounts: 'two-columns', credit: '' }
    const parsed = mappingSchema.safeParse(fields)
    expect(parsed.error?.issues.map(({ path }) => path.join())).toEqual(['credit', 'debit'])
  })
})

describe('CAMT.053', () => {
  it.each(['02', '08'] as const)(
    'is read in version %s: amounts, payers, references, charges, reversals',
    (version) => {
      const text = camt(
        [
          {
            amount: '125.00',
            creditorReference: 'RF18P7KQ4M2X',
            payer: 'Wulandari & Co',
            bankId: 'B1',
            charges: '5.00',
          },
          { amount: '-20.00', text: 'fee' },
          { amount: '-125.00', isReversal: true, text: 'returned' },
          { amount: '9.00', status: 'PDNG' },
        ],
        { version },
      )
      const { lines, accounts, pending } = readCamt(text)
      expect({ accounts, pending }).toEqual({ accounts: ['CH9300762011623852957'], pending: 1 })
      expect(lines).toMatchObject([
        { amountMinor: 12_500, payer: 'Wulandari & Co', bankId: 'B1', chargesMinor: 500, reference: 'RF18P7KQ4M2X' },
        { amountMinor: -2000, isReversal: false, reference: 'fee' },
        { amountMinor: -12_500, isReversal: true },
      ])
    },
  )

  it.each(['02', '08'] as const)(
    'lists the payments of a batch in version %s when they make up the entry',
    (version) => {
      const details = [
        { amount: '100.00', text: 'one', payer: 'A' },
        { amount: '25.00', text: 'two', payer: 'B' },
      ]
      const whole = readCamt(camt([{ amount: '125.00', bankId: 'B1', details }], { version })).lines
      expect(whole).toMatchObject([
        { amountMinor: 10_000, payer: 'A', reference: 'one', bankId: 'B1 1' },
        { amountMinor: 2500, payer: 'B', reference: 'two', bankId: 'B1 2' },
      ])
      const other = readCamt(camt([{ amount: '130.00', bankId: 'B1', details }], { version })).lines
      expect(other).toMatchObject([{ amountMinor: 13_000, reference: 'one two', payer: 'A, B' }])
    },
  )

  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>`

  it.each([
    ['another report', camt([{ amount: '1.00' }]).replace('camt.053', 'camt.052'), 'statement-other-xml'],
    ['other XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'statement-other-xml'],
    ['half a file', camt([{ amount: '1.00' }]).slice(0, -40), 'statement-broken'],
    ['an amount that is none', camt([{ amount: 'many' }]), 'statement-broken'],
    ['entities of its own', bomb, 'statement-doctype'],
    ['an unknown entity', camt([{ amount: '1.00' }]).replace('M1', '&nbsp;'), 'statement-broken'],
  ])('is not %s', (_, text, code) => {
    expect(why(() => readCamt(text))).toBe(code)
  })
})

describe('fingerprints', () => {
  const line = (change: Partial<ReadLine> = {}): ReadLine => ({
    bankId: null,
    bookedOn: '2026-11-20',
    amountMinor: 12500,
    currency: 'USD',
    chargesMinor: 0,
    payer: 'A',
    reference: 'fee',
    isReversal: false,
    ...change,
  })

  it('are the same for the same file, and two equal transfers of one day stay two', () => {
    const lines = [line(), line({ payer: 'B' }), line()]
    expect(fingerprints(lines)).toEqual(fingerprints(lines))
    expect(new Set(fingerprints(lines)).size).toBe(3)
  })

  it('are the same where files overlap, whatever stands around', () => {
    const one = fingerprints([line({ bookedOn: '2026-11-19' }), line(), line()])
    const two = fingerprints([line(), line(), line({ bookedOn: '2026-11-21' })])
    expect(two.slice(0, 2)).toEqual(one.slice(1))
  })

  it('go by the bank’s own id, unless it names different lines', () => {
    const [own, again] = fingerprints([line({ bankId: 'B1' }), line({ bankId: 'B1' })])
    expect(again).toBe(own)
    expect(fingerprints([line({ bankId: 'B1', reference: 'other spelling' })])).toEqual([own])
    const shared = fingerprints([line({ bankId: '0001' }), line({ bankId: '0001', payer: 'B' })])
    expect(new Set(shared).size).toBe(2)
  })
})
