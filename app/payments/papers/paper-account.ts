import { paymentReference } from '../reference.ts'
import type { PaperContent } from './paper.ts'
import type { IssuersTable } from '#db/schema.ts'

/** The account that a paper asks to be paid to; null when the issuer has none. */
export function paperAccount(
  issuer: Pick<IssuersTable, 'name' | 'accountHolder' | 'accountNumber' | 'bankName' | 'bic'>,
  orderCode: string,
): PaperContent['account'] {
  if (issuer.accountNumber === null) return null
  const { accountHolder, name, accountNumber: number, bankName, bic } = issuer
  return { holder: accountHolder ?? name, bankName, number, bic, reference: paymentReference(orderCode) }
}
