import { feedAddress } from './feed-address.ts'
import { formAddress, pageAddress } from './page-address.ts'

/**
 * The one address of a public answer that may be kept, a feed, a page or the beginning of a form, of whatever was asked
 * for; null for all others.
 */
export function keptAddress(target: string): { address: string; hasForm: boolean } | null {
  const same = feedAddress(target) ?? pageAddress(target)
  if (same !== null) return { address: same, hasForm: false }
  const form = formAddress(target)
  return form === null ? null : { address: form, hasForm: true }
}
