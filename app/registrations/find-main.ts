import type { Offered, OfferedType } from './offered.ts'
import type { PlaceOrder } from './placing.ts'
import { emailKey } from '#app/values/text.ts'

/**
 * Which seat of its order an add-on goes with, by place in `people`: the one it names, else a main ticket of the same
 * address. Null for a main ticket; undefined when there is none that fits.
 */
export function findMain(
  order: PlaceOrder,
  at: number,
  { types, mains }: Pick<Offered, 'types' | 'mains'>,
): number | null | undefined {
  const person = order.people[at]!
  const type = types.get(person.ticketTypeId)
  if (!type || type.isAddon === 0) return null
  const address = emailKey(person.email)
  const fits = (main: number) => {
    const holder = order.people[main]
    const mainType = holder && types.get(holder.ticketTypeId)
    if (!mainType || mainType.isAddon === 1 || !goesWith(type, mainType, mains)) return false
    return type.allowsGuest === 1 || address === '' || emailKey(holder.email) === address
  }
  if (person.mainAt !== undefined) return fits(person.mainAt) ? person.mainAt : undefined
  const found = order.people.findIndex(({ email }, main) => address !== '' && emailKey(email) === address && fits(main))
  return found < 0 ? undefined : found
}

function goesWith(addon: OfferedType, main: OfferedType, mains: Offered['mains']): boolean {
  return mains.get(addon.id)?.includes(main.id) ?? true
}
