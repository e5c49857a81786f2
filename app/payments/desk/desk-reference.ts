/** How money was handed over at a desk. */
export type DeskWay = 'cash' | 'card'

/** What the books call money from a desk: the form that took it, so that sending it twice counts once. */
export function deskReference(way: DeskWay, formKey: string): string {
  return `${way}:${formKey}`
}

export function cashOrCard(reference: string): DeskWay {
  return reference.startsWith('card:') ? 'card' : 'cash'
}
