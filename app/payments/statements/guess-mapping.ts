import type { Mapping } from './mapping.ts'
import { readAmount } from './read-amount.ts'
import { DAY_FORMATS, type DayFormat, readDay } from './read-day.ts'
import { headRowOf, type Table } from './read-table.ts'
import { fold } from '#app/values/text.ts'

/** Words of headings, in the languages of the banks that our issuers have. */
const WORDS = {
  day: /^(booking|buchung|book|posting|transaction|date|fecha|data|valeur|value|valuta|التاريخ|تاريخ)/,
  credit: /^(credit|haben|gutschrift|paid in|deposit|money in|abono|entrees?|دائن)/,
  debit: /^(debit|soll|belastung|paid out|withdrawal|money out|cargo|sorties?|مدين)/,
  amount: /^(amount|betrag|montant|importe|valor|transaction amount|المبلغ|مبلغ)/,
  sign: /^(dr.?cr|cr.?dr|d.?c$|type|sens|credit.?debit|debit.?credit)/,
  currency: /^(currency|wahrung|devise|moneda|moeda|ccy|cur$|العمله)/,
  payer: /(payer|name|sender|ordering|remitter|counterpart|auftraggeber|donneur|ordenante|beneficiary|partner|الاسم)/,
  text: /(reference|description|details|remittance|purpose|verwendungszweck|libelle|motif|communication|concepto|narrative|particulars|memo|text|البيان)/,
  bankId:
    /(transaction.?id|unique|bank.?ref|entry.?ref|trans.?no|transaction.?number|transaktion|buchungsnummer|reference.?number|operation)/,
  charges: /(charges?|fees?|gebuhr|frais|comision)/,
}

/** What a table's columns probably mean, from their headings and the first rows, for a person to put right. */
export function guessMapping(table: Table, currency: string): Mapping {
  const headRow = headRowOf(table)
  const head = (table.rows[headRow] ?? []).map((cell) => fold(cell.trim()))
  const sample = table.rows.slice(headRow + 1, headRow + 21)
  const cells = (at: number | null) =>
    at === null ? [] : sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
  const named = (words: RegExp, but: (number | null)[] = []) => {
    const at = head.findIndex((name, index) => words.test(name) && !but.includes(index))
    return at < 0 ? null : at
  }
  const [credit, debit] = [named(WORDS.credit), named(WORDS.debit)]
  const amount = named(WORDS.amount, [credit, debit])
  const hasTwo = amount === null && credit !== null && debit !== null
  const sign = hasTwo ? null : named(WORDS.sign, [amount])
  const day = named(WORDS.day) ?? 0
  const bankId = named(WORDS.bankId, [day, amount])
  const payer = named(WORDS.payer, [day, amount, bankId])
  const texts = head.flatMap((name, at) =>
    WORDS.text.test(name) && ![day, amount, payer, bankId, sign].includes(at) ? [at] : [],
  )
  const currencyColumn = named(WORDS.currency, [amount])
  const words = [...new Set(cells(sign))]
  const hasSignColumn = sign !== null && words.length > 0 && words.length <= 2
  return {
    delimiter: table.delimiter,
    headRow,
    day,
    dayFormat: guessDayFormat(cells(day)),
    decimal: guessDecimal(hasTwo ? [...cells(credit), ...cells(debit)] : cells(amount)),
    amounts: hasTwo ? 'two-columns' : hasSignColumn ? 'sign-column' : 'signed',
    amount: hasTwo ? null : amount,
    sign: hasSignColumn ? sign : null,
    outWord: hasSignColumn ? (words.find((word) => /^(d|s|-|out|soll)/i.test(word)) ?? '') : '',
    credit: hasTwo ? credit : null,
    debit: hasTwo ? debit : null,
    currency: currencyColumn === null ? currency : (cells(currencyColumn)[0] ?? currency).slice(0, 3).toUpperCase(),
    currencyColumn,
    payer,
    texts: texts.slice(0, 3),
    bankId,
    charges: named(WORDS.charges, [...texts, amount]),
  }
}

function guessDayFormat(days: string[]): DayFormat {
  const fitting = DAY_FORMATS.filter((format) => days.every((day) => readDay(day, format) !== null))
  return (days.length > 0 ? fitting[0] : undefined) ?? 'year-first'
}

/** A comma with one or two digits behind it decides; `1,250` alone says nothing. */
function guessDecimal(amounts: string[]): Mapping['decimal'] {
  const comma = amounts.filter((amount) => /,\d{1,2}\D*$/.test(amount)).length
  const point = amounts.filter((amount) => /\.\d{1,2}\D*$/.test(amount)).length
  if (comma > point && amounts.every((amount) => readAmount(amount, 'USD', 'comma') !== null)) return 'comma'
  return 'point'
}
