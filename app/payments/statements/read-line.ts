import { cleanLine } from '#app/values/text.ts'

/** One line of a statement as its file has it, before we know whether we have seen it. */
export interface ReadLine {
  /** The bank's own id of it; null where the file gives none. */
  bankId: string | null
  /** `2027-06-21`. */
  bookedOn: string
  /** Below zero: money that went out. */
  amountMinor: number
  currency: string
  /** What banks kept on the way, as far as the file says. */
  chargesMinor: number
  payer: string
  /** Everything written beside the money, references first. */
  reference: string
  isReversal: boolean
}

/** Why a file cannot be imported: a refusal's code, and what its sentence needs. */
export interface Unreadable {
  code:
    | 'statement-empty'
    | 'statement-not-text'
    | 'statement-not-table'
    | 'statement-broken'
    | 'statement-other-xml'
    | 'statement-doctype'
    | 'statement-no-lines'
    | 'statement-row'
    | 'statement-too-many'
  details?: Record<string, string | number>
}

export class UnreadableStatement extends Error {
  readonly reason: Unreadable

  constructor(code: Unreadable['code'], details?: Unreadable['details']) {
    super(code)
    this.reason = details ? { code, details } : { code }
  }
}

/** More than a bank writes in a year for the busiest of accounts. */
export const MAXIMUM_LINES = 100_000

const PAYER_LENGTH = 200
const REFERENCE_LENGTH = 500
const BANK_ID_LENGTH = 140

/** Texts as the columns hold them: one line each, cut between characters. */
export function trimmed(line: ReadLine): ReadLine {
  return {
    ...line,
    bankId: line.bankId === null ? null : cut(line.bankId, BANK_ID_LENGTH) || null,
    payer: cut(line.payer, PAYER_LENGTH),
    reference: cut(line.reference, REFERENCE_LENGTH),
  }
}

function cut(text: string, length: number): string {
  return cleanLine(cleanLine(text).slice(0, length))
}
