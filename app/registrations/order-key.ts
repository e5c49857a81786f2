import { deriveKey, isSameSecret } from '#app/values/secret.ts'

interface KeyedOrder {
  id: string
  keyVersion: number
}

/** A seat as its key sees it: with another person on it, or a new key of the order, the earlier link opens nothing. */
interface KeyedSeat {
  id: string
  personId: string
  keyVersion: number
}

/** The key in a person's link to their order; it is derived, so no table holds it. */
export function orderKey(secret: string, order: KeyedOrder): string {
  return keyOf(secret, 'order', order)
}

export function isOrderKey(secret: string, order: KeyedOrder, given: string): boolean {
  return isSameSecret(given, orderKey(secret, order))
}

/** For who fills the seats of a group: names and tickets, no money. */
export function managerKey(secret: string, order: KeyedOrder): string {
  return keyOf(secret, 'order-manager', order)
}

export function isManagerKey(secret: string, order: KeyedOrder, given: string): boolean {
  return isSameSecret(given, managerKey(secret, order))
}

/** For who pays and does not attend: the money, no addresses and no answers. */
export function payerKey(secret: string, order: KeyedOrder): string {
  return keyOf(secret, 'order-payer', order)
}

export function isPayerKey(secret: string, order: KeyedOrder, given: string): boolean {
  return isSameSecret(given, payerKey(secret, order))
}

/** For the person who sits on one seat. */
export function seatKey(secret: string, { id, personId, keyVersion }: KeyedSeat): string {
  return deriveKey(secret, 'registration', `${id}:${personId}:${keyVersion}`)
}

export function isSeatKey(secret: string, seat: KeyedSeat, given: string): boolean {
  return isSameSecret(given, seatKey(secret, seat))
}

function keyOf(secret: string, purpose: string, { id, keyVersion }: KeyedOrder): string {
  return deriveKey(secret, purpose, `${id}:${keyVersion}`)
}
