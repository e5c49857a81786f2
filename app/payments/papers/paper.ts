import type { PaperKind } from '#db/schema.ts'

/** Somebody on a paper, in their own script and, where there is one, in Latin letters. */
export interface PaperParty {
  name: string
  latinName: string | null
  organization: string | null
  address: string | null
  country: string | null
  taxNumber: string | null
  registrationNumber: string | null
  email: string | null
}

export interface PaperLine {
  lineId: string
  description: string
  /** Whose seat it is. */
  person: string | null
  amountMinor: number
  taxName: string | null
  /** In hundredths of a percent. */
  taxRate: number
  taxMinor: number
  taxNote: string | null
}

/** Everything that stands on a paper, as it was when it was issued; amounts in minor units of `currency`, tax included. */
export interface PaperContent {
  kind: PaperKind | 'pro-forma'
  /** Null on a pro-forma invoice, which is a request and no invoice. */
  number: string | null
  issuedOn: string
  language: string
  issuer: PaperParty & { footer: string }
  buyer: PaperParty & { purchaseOrder: string | null }
  event: { title: string; startsOn: string; endsOn: string; place: string }
  orderCode: string
  currency: string
  lines: PaperLine[]
  totalMinor: number
  taxMinor: number
  /** The number of the invoice that a credit note corrects. */
  corrects: string | null
  /** What a receipt is for. */
  payment: { method: string; reference: string; receivedOn: string } | null
  dueOn: string | null
  account: { holder: string; bankName: string | null; number: string; bic: string | null; reference: string } | null
}

export interface TaxSum {
  name: string
  rate: number
  netMinor: number
  taxMinor: number
  note: string | null
}

/** The tax of a paper by name, rate and note, in the order of its lines; a rate of zero with a reason counts too. */
export function taxSums(lines: PaperLine[]): TaxSum[] {
  const taxed = lines.filter(({ taxName }) => taxName !== null)
  const groups = Map.groupBy(taxed, ({ taxName, taxRate, taxNote }) => `${taxName} ${taxRate} ${taxNote}`)
  return [...groups.values()].map((own) => {
    const taxMinor = own.reduce((sum, line) => sum + line.taxMinor, 0)
    const grossMinor = own.reduce((sum, line) => sum + line.amountMinor, 0)
    const { taxName, taxRate, taxNote } = own[0]!
    return { name: taxName!, rate: taxRate, netMinor: grossMinor - taxMinor, taxMinor, note: taxNote }
  })
}

/** What a paper is called among others of its issuer: `INET2027-00012`, with a mark for kinds that are not invoices. */
export function paperNumber(prefix: string, kind: PaperKind, year: number, sequence: number): string {
  const mark = { invoice: '', receipt: 'R', 'credit-note': 'C' }[kind]
  return `${prefix}${mark}${year}-${String(sequence).padStart(5, '0')}`
}
