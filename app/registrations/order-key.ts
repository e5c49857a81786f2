import { deriveKey, isSameSecret } from '#app/values/secret.ts'

interface KeyedOrder {
  id: string
  keyVersion: number
}

/** The key in a person's link to their order; it is derived, so no table holds it. */
export function orderKey(secret: string, order: KeyedOrder): string {
  return deriveKey(secret, 'order', `${order.id}:${order.keyVersion}`)
}

export function isOrderKey(secret: string, order: KeyedOrder, given: string): boolean {
  return isSameSecret(given, orderKey(secret, order))
}
