import Stripe from 'stripe'

export interface Notification {
  id: string
  kind: string
  body: string
  headers: { 'Stripe-Signature': string; 'Content-Type': string }
}

const SIGNER = new Stripe('sk_test_signer')

/** Makes notifications as Stripe does, and keeps those that it would have sent. */
export function notifications({
  now,
  livemode,
  onNotification,
}: {
  now: () => number
  livemode: boolean
  onNotification: ((notification: Notification) => void) | null
}) {
  const secret = 'whsec_stand_in'
  const all: Notification[] = []
  let count = 0

  function make(
    kind: string,
    object: object,
    {
      event = {},
      timestamp = now(),
      signedWith = secret,
    }: { event?: Record<string, unknown>; timestamp?: number; signedWith?: string } = {},
  ): Notification {
    const id = `evt_${String(++count).padStart(4, '0')}`
    const body = JSON.stringify({
      id,
      object: 'event',
      api_version: '2026-10-28.endive',
      created: now(),
      livemode,
      type: kind,
      data: { object },
      ...event,
    })
    return { id, kind, body, headers: sign(body, signedWith, timestamp) }
  }

  function sign(payload: string, signedWith: string, timestamp: number): Notification['headers'] {
    const signature = SIGNER.webhooks.generateTestHeaderString({ payload, secret: signedWith, timestamp })
    return { 'Stripe-Signature': signature, 'Content-Type': 'application/json' }
  }

  return {
    secret,
    all,
    make,
    /** The same once more, signed anew as Stripe does each time it tries. */
    again: (told: Notification): Notification => ({ ...told, headers: sign(told.body, secret, now()) }),
    add(kind: string, object: object): void {
      const notification = make(kind, object)
      all.push(notification)
      onNotification?.(notification)
    },
  }
}
