import { type PaperContent, type PaperParty, taxSums } from './paper.ts'
import { directionOf, languageOf } from '#app/locales/languages.ts'
import { type Key, type Translate, translator } from '#app/locales/translate.ts'
import { countryName, formatDay, formatDays } from '#app/values/dates.ts'
import { formatPercent } from '#app/values/format-percent.ts'
import { formatMoney } from '#app/values/money.ts'

/** A paper in words, for the typesetter: it sets text and decides nothing. */
export interface PaperSheet {
  language: string
  isRightToLeft: boolean
  title: string
  /** Said above all when it is no invoice yet. */
  notice: string
  issuer: string[]
  buyerTitle: string
  buyer: string[]
  facts: [label: string, value: string][]
  head: string[]
  rows: { text: string; detail: string; tax: string; amount: string }[]
  sums: { label: string; amount: string; isTotal: boolean }[]
  notes: string[]
  payTitle: string
  pay: [label: string, value: string][]
  footer: string
}

/** A paper as it reads in its own language. */
export function paperSheet(paper: PaperContent): PaperSheet {
  const { language } = paper
  const t = translator(languageOf(language))
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: paper.currency }, language)
  const taxes = taxSums(paper.lines)
  return {
    language,
    isRightToLeft: directionOf(languageOf(language)) === 'rtl',
    title: t(TITLES[paper.kind], { number: paper.number ?? '' }),
    notice: paper.kind === 'pro-forma' ? t('paper.proFormaNotice') : '',
    issuer: partyLines(paper.issuer, t, language),
    buyerTitle: t(paper.kind === 'receipt' ? 'paper.receivedFrom' : 'paper.to'),
    buyer: partyLines(paper.buyer, t, language),
    facts: factsOf(paper, t),
    head: [t('paper.item'), t('paper.tax'), t('paper.amount')],
    rows: rowsOf(paper, t, money),
    sums: [
      ...taxes.flatMap(({ name, rate, netMinor, taxMinor }) => [
        {
          label: t('paper.net', { rate: formatPercent(rate, language), name }),
          amount: money(netMinor),
          isTotal: false,
        },
        {
          label: t('paper.taxOf', { rate: formatPercent(rate, language), name }),
          amount: money(taxMinor),
          isTotal: false,
        },
      ]),
      { label: t(`paper.total.${paper.kind}`), amount: money(paper.totalMinor), isTotal: true },
    ],
    notes: [...new Set(taxes.flatMap(({ note }) => note ?? []))],
    payTitle: t('paper.howToPay'),
    pay: payOf(paper, t),
    footer: paper.issuer.footer,
  }
}

const TITLES: Record<PaperContent['kind'], Key> = {
  invoice: 'paper.title.invoice',
  receipt: 'paper.title.receipt',
  'credit-note': 'paper.title.credit-note',
  'pro-forma': 'paper.title.pro-forma',
}

function rowsOf(paper: PaperContent, t: Translate, money: (amountMinor: number) => string): PaperSheet['rows'] {
  const { payment, language } = paper
  if (payment) {
    const text = t('paper.paymentFor', { order: paper.orderCode })
    const detail = t(`paper.method.${methodKey(payment.method)}`)
    return [{ text, detail, tax: '', amount: money(paper.totalMinor) }]
  }
  return paper.lines.map(({ description, person, amountMinor, taxName, taxRate }) => ({
    text: description,
    detail: person ?? '',
    tax: taxName === null ? '' : formatPercent(taxRate, language),
    amount: money(amountMinor),
  }))
}

const METHODS = ['card', 'bank-transfer', 'invoice', 'mobile-money', 'desk', 'waiver'] as const

function methodKey(method: string): (typeof METHODS)[number] | 'other' {
  return METHODS.find((known) => known === method) ?? 'other'
}

function factsOf(paper: PaperContent, t: Translate): PaperSheet['facts'] {
  const { event, language } = paper
  const facts: (readonly [Key, string | null])[] = [
    ['paper.issuedOn', formatDay(paper.issuedOn, language)],
    ['paper.receivedOn', paper.payment && formatDay(paper.payment.receivedOn, language)],
    ['paper.order', paper.orderCode],
    ['paper.corrects', paper.corrects],
    ['paper.purchaseOrder', paper.buyer.purchaseOrder],
    ['paper.event', event.title],
    ['paper.when', formatDays(event.startsOn, event.endsOn, language)],
    ['paper.place', event.place || null],
  ]
  return facts.flatMap(([key, value]): PaperSheet['facts'] => (value ? [[t(key), value]] : []))
}

function payOf({ account, dueOn, kind, language }: PaperContent, t: Translate): PaperSheet['pay'] {
  if (!account || (kind !== 'invoice' && kind !== 'pro-forma')) return []
  const facts: (readonly [Key, string | null])[] = [
    ['paper.dueOn', dueOn && formatDay(dueOn, language)],
    ['paper.accountHolder', account.holder],
    ['paper.bank', account.bankName],
    ['paper.account', account.number],
    ['paper.bic', account.bic],
    ['paper.reference', account.reference],
  ]
  return facts.flatMap(([key, value]): PaperSheet['pay'] => (value ? [[t(key), value]] : []))
}

/** The native form stands first, the Latin one under it. */
function partyLines(party: PaperParty, t: Translate, language: string): string[] {
  return [
    party.organization,
    party.name,
    party.latinName,
    ...(party.address?.split(/\n/) ?? []),
    party.country && countryName(party.country, language),
    party.registrationNumber && t('paper.registrationNumber', { number: party.registrationNumber }),
    party.taxNumber && t('paper.taxNumber', { number: party.taxNumber }),
    party.email,
  ].filter((line): line is string => Boolean(line))
}
