import { addonsFor, type FormTicket, type OrderOffer } from './order-offer.ts'
import type { PlacePerson } from './placing.ts'
import type { Money } from '#app/values/money.ts'

/** One seat of an order as the form has it: a person's main ticket, or an add-on of theirs. */
export interface Place {
  ticket: FormTicket
  /** Which person of the form. */
  person: number
  isAddon: boolean
  /** Who comes along, for the add-on of a guest. */
  guest: string | null
}

interface Chosen {
  addons: string[]
  guests: Record<string, string>
}

/** The seats that a form asks for: first the main tickets in the order of the people, then what each takes with it. */
export function placesOf(offer: OrderOffer, wanted: FormTicket[], people: Chosen[]): Place[] {
  const mains = wanted.map((ticket, person) => ({ ticket, person, isAddon: false, guest: null }))
  const addons = wanted.flatMap((main, person) =>
    addonsFor(offer, main).flatMap((ticket): Place[] => {
      const { addons, guests } = people[person] ?? { addons: [], guests: {} }
      const guest = (guests[ticket.code] ?? '').trim()
      const isChosen = ticket.isGuest ? guest !== '' : addons.includes(ticket.code)
      return isChosen ? [{ ticket, person, isAddon: true, guest: ticket.isGuest ? guest : null }] : []
    }),
  )
  return [...mains, ...addons]
}

/** The people of an order, from those of the form; a guest has a name, and the address of who brings them. */
export function peopleOf(
  places: Place[],
  tell: (person: number) => Omit<PlacePerson, 'ticketTypeId' | 'mainAt' | 'shown'>,
  shownOf: (ticket: FormTicket) => Money | null | undefined,
): PlacePerson[] {
  return places.map(({ ticket, person, isAddon, guest }) => {
    const { answers, proof, ...told } = tell(person)
    const shown = shownOf(ticket)
    const common = { ticketTypeId: ticket.id, ...(shown === undefined ? {} : { shown }) }
    if (!isAddon) return { ...told, ...(answers ? { answers } : {}), ...(proof ? { proof } : {}), ...common }
    const addon = { ...told, ...common, mainAt: person, ...(proof ? { proof } : {}) }
    return guest === null ? addon : { ...common, mainAt: person, fullName: guest, email: '' }
  })
}

/** The form's field for one that the command names: add-ons have no block of their own. */
export function formField(field: string, places: Place[]): string {
  const [, number, rest] = /^people\[(\d+)\]\.(.+)$/.exec(field) ?? []
  const place = number === undefined ? undefined : places[Number(number)]
  if (place?.isAddon) return addonField(place)
  if (rest === 'ticket' || place) return field
  const code = /^tickets\.(.+)$/.exec(field)?.[1]
  const addon = places.find(({ isAddon, ticket }) => isAddon && ticket.code === code)
  return addon ? addonField(addon) : field
}

function addonField({ person, ticket, guest }: Place): string {
  return guest === null ? `people[${person}].addons` : `people[${person}].guests.${ticket.code}`
}

/** The prices that a form showed, `FULL:45000 DINNER:0`, as it carries them. */
export function shownPrices({ tickets, addons }: Pick<OrderOffer, 'tickets' | 'addons'>): string {
  return [...tickets, ...addons]
    .filter(({ state }) => state === 'open')
    .map(({ code, price }) => `${code}:${price?.amountMinor ?? 0}`)
    .join(' ')
}

/** What was shown for a ticket; undefined when the form does not say. */
export function shownPrice(
  prices: string | undefined,
  { code }: Pick<FormTicket, 'code'>,
  currency: string | null,
): Money | null | undefined {
  const typed = prices?.split(' ').find((one) => one.startsWith(`${code}:`))
  const amountMinor = Number(typed?.slice(code.length + 1))
  if (typed === undefined || !Number.isSafeInteger(amountMinor)) return undefined
  return amountMinor === 0 || currency === null ? null : { amountMinor, currency }
}
