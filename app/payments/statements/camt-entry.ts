import { readDecimal } from './read-amount.ts'
import { type ReadLine, trimmed, UnreadableStatement } from './read-line.ts'
import { isPartialDay } from '#app/values/moment.ts'

/** One `TxDtls`: a single payment inside an entry. */
export interface CamtDetail {
  amount?: { text: string; currency: string | null }
  direction?: string
  bankId?: string
  endToEndId?: string
  creditorReference?: string
  charges?: { text: string; currency: string | null }
  texts: string[]
  /** Who is named on either side: what is shown is the one that is not us. */
  parties: { side: 'debtor' | 'creditor' | 'ultimate-debtor'; name: string }[]
}

/** One `Ntry` as it is being read. */
export interface CamtEntry {
  amount: { text: string; currency: string | null }
  accountCurrency: string
  direction: string
  isReversal: boolean
  status: string
  bookedOn: string
  valueOn: string
  bankId: string
  reference: string
  information: string
  charges: { text: string; currency: string | null } | null
  details: CamtDetail[]
}

export function newEntry(accountCurrency: string): CamtEntry {
  return {
    amount: { text: '', currency: null },
    accountCurrency,
    direction: '',
    isReversal: false,
    status: '',
    bookedOn: '',
    valueOn: '',
    bankId: '',
    reference: '',
    information: '',
    charges: null,
    details: [],
  }
}

/** What banks write where they have no id. */
const NO_ID = /^(NOTPROVIDED|NONREF|NOT ?PROVIDED|UNKNOWN|0+|-+)?$/i

/**
 * The lines of an entry: one a payment where the bank lists them with amounts that make up the entry, else one for the
 * whole, with everything that was written beside any of them.
 */
export function entryLines(entry: CamtEntry): ReadLine[] {
  const currency = entry.amount.currency ?? entry.accountCurrency
  const total = readDecimal(entry.amount.text, currency)
  const bookedOn = (entry.bookedOn || entry.valueOn).slice(0, 10)
  if (total === null || !/^[A-Z]{3}$/.test(currency) || bookedOn.length !== 10 || !isPartialDay(bookedOn))
    throw new UnreadableStatement('statement-broken', { line: 0 })
  const sign = entry.direction === 'DBIT' ? -1 : 1
  const bankId = NO_ID.test(entry.bankId) ? '' : entry.bankId
  const common = { bookedOn, currency, isReversal: entry.isReversal }
  const amounts = entry.details.map((detail) => amountIn(detail, currency))
  const isListed =
    entry.details.length > 1 &&
    amounts.every((amount) => amount !== null) &&
    amounts.reduce<number>((sum, amount) => sum + amount, 0) === total
  if (!isListed) {
    const charges = entry.charges ?? (entry.details.length === 1 ? entry.details[0]!.charges : undefined)
    const own = entry.details.length === 1 ? idOf(entry.details[0]!) : ''
    return [
      trimmed({
        ...common,
        bankId: bankId || own || null,
        amountMinor: sign * total,
        chargesMinor: chargesIn(charges, currency),
        payer: payerOf(entry.details, entry.direction),
        reference: textOf(entry, entry.details),
      }),
    ]
  }
  return entry.details.map((detail, at) =>
    trimmed({
      ...common,
      // Within one entry the order of its payments is the bank's, and stays.
      bankId: bankId === '' ? idOf(detail) || null : `${bankId} ${idOf(detail) || at + 1}`,
      amountMinor: sign * amounts[at]!,
      chargesMinor: chargesIn(detail.charges, currency),
      payer: payerOf([detail], entry.direction),
      reference: textOf({ ...entry, information: '' }, [detail]),
    }),
  )
}

function amountIn({ amount }: CamtDetail, currency: string): number | null {
  if (!amount || (amount.currency ?? currency) !== currency) return null
  return readDecimal(amount.text, currency)
}

function chargesIn(charges: { text: string; currency: string | null } | null | undefined, currency: string): number {
  if (!charges || (charges.currency ?? currency) !== currency) return 0
  return readDecimal(charges.text, currency) ?? 0
}

/** The bank's own id of one payment; the payer's own is unique only with its day and amount, which the caller adds. */
function idOf({ bankId = '' }: CamtDetail): string {
  return NO_ID.test(bankId) ? '' : bankId
}

function payerOf(details: CamtDetail[], direction: string): string {
  const sides = direction === 'DBIT' ? (['creditor'] as const) : (['ultimate-debtor', 'debtor'] as const)
  const names = details.flatMap(({ parties }) =>
    sides.flatMap((side) => parties.filter((party) => party.side === side).slice(0, 1)).slice(0, 1),
  )
  return [...new Set(names.map(({ name }) => name))].join(', ')
}

function textOf({ information, reference }: CamtEntry, details: CamtDetail[]): string {
  const parts = [
    ...details.flatMap(({ creditorReference, texts, endToEndId }) => [
      creditorReference ?? '',
      ...texts,
      endToEndId && !NO_ID.test(endToEndId) ? endToEndId : '',
    ]),
    information,
    ...(details.length === 0 ? [reference] : []),
  ]
  return [...new Set(parts.map((part) => part.trim()))].filter((part) => part !== '').join(' ')
}
