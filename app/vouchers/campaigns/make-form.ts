import { z } from 'zod'
import { voucherCode } from '../voucher-code.ts'
import { integer, optionalLine, optionalText } from '#app/values/fields.ts'
import { emailKey } from '#app/values/text.ts'

export const MOST_AT_ONCE = 5000

/** So many characters a list of addresses may have: the form itself is limited by its bytes. */
const LONGEST_LIST = 400_000

/** Codes to be made: a number of them, or one for each address of a list, bound to it. */
export const makeSchema = z
  .object({
    count: integer(1, MOST_AT_ONCE).optional(),
    emails: optionalText(LONGEST_LIST),
    prefix: optionalLine(12),
    code: optionalLine(60),
    maximumUses: integer(1, 1_000_000).default(1),
    note: optionalLine(200),
  })
  .transform(({ emails, prefix, code, count, ...form }, context): MakeForm => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const { addresses, wrong } = addressesOf(emails)
    if (wrong !== null) issue('emails', `offer.emailWrong?${new URLSearchParams({ line: wrong.slice(0, 80) })}`)
    if (addresses.length > MOST_AT_ONCE) issue('emails', `offer.tooManyCodes?maximum=${MOST_AT_ONCE}`)
    const wanted = prefix === '' ? '' : (voucherCode(prefix) ?? '')
    if (prefix !== '' && !/^[\p{L}\p{M}\p{N}]{2,8}$/u.test(wanted)) issue('prefix', 'offer.prefixShape')
    const own = code === '' ? null : voucherCode(code)
    if (code !== '' && (own === null || [...own].length < 4)) issue('code', 'offer.codeShape')
    const ways = [count !== undefined, emails !== '', code !== ''].filter(Boolean).length
    if (ways !== 1) issue('count', 'offer.oneWay')
    return { ...form, count: count ?? 0, addresses, prefix: wanted, code: own }
  })

export interface MakeForm {
  count: number
  /** As they are compared; each once. */
  addresses: string[]
  prefix: string
  /** A code that the organizer chose, as it is stored. */
  code: string | null
  maximumUses: number
  note: string
}

/** Addresses one a line, or parted by commas or semicolons; `Name <address>` is read as well. */
function addressesOf(typed: string): { addresses: string[]; wrong: string | null } {
  const parts = typed
    .split(/[\n,;]+/)
    .map((part) => /<([^<>]+)>\s*$/.exec(part)?.[1] ?? part)
    .map(emailKey)
    .filter((part) => part !== '')
  const wrong = parts.find((part) => part.length > 191 || !z.email().safeParse(part).success)
  return { addresses: [...new Set(parts)], wrong: wrong ?? null }
}
