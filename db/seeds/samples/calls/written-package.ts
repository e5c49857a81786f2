import type { ComponentKind, PayoutWay } from '#db/schema.ts'

interface Component {
  kind: ComponentKind
  amountMinor: number
  isCap: boolean
  payout: PayoutWay
  note: string
}

/** Something that a package gives; the amount in whole units. */
export function gives(kind: ComponentKind, payout: PayoutWay, amount: number, note: string, isCap = false): Component {
  return { kind, payout, amountMinor: amount * 100, isCap, note }
}

/** What a sample's call gives, in US dollars. */
export function bundle(
  code: string,
  { en, fr }: { en: [name: string, description: string]; fr: [name: string, description: string] },
  tickets: { choice: string; ticket: string }[],
  components: Component[],
  isDefault = false,
) {
  const textIn = ([name, description]: [string, string]) => ({ name, description })
  return { code, currency: 'USD', isDefault, texts: { en: textIn(en), fr: textIn(fr) }, tickets, components }
}
