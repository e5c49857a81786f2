import type { OutboxFilter } from '#app/mail/outbox-of-event.server.ts'

export const OUTBOX_STATES = [
  'undeliverable',
  'waiting',
  'sending',
  'withdrawn',
] as const satisfies OutboxFilter['state'][]

/** Which mails an address asks for; what came back unless it says. */
export function outboxFilterOf(address: URLSearchParams): OutboxFilter {
  const one = (name: string, maximum: number) => address.get(name)?.trim().slice(0, maximum) || null
  return {
    state: OUTBOX_STATES.find((state) => state === address.get('state')) ?? 'undeliverable',
    template: one('template', 60),
    domain: one('domain', 253)?.toLowerCase() ?? null,
  }
}

export function addressOfOutbox({ state, template, domain }: OutboxFilter, more: Record<string, string> = {}): string {
  const parts = { state, ...(template ? { template } : {}), ...(domain ? { domain } : {}), ...more }
  return new URLSearchParams(parts).toString()
}
