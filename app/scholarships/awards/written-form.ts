import type { WrittenComponent } from './put-together.server.ts'
import { COMPONENT_KINDS, PAYOUT_WAYS, USUAL_WAYS } from '#app/scholarships/packages/package-form.ts'
import { readAmount } from '#app/values/amount-field.ts'
import { cleanLine } from '#app/values/text.ts'

type Read = { ok: true; components: WrittenComponent[] } | { ok: false; errors: Record<string, string[]> }

/** An award as it was written by hand: an amount per component and fund; a component without one is not given. */
export function readWritten(form: FormData, currency: string): Read {
  const errors: Record<string, string[]> = {}
  const components = COMPONENT_KINDS.flatMap((kind) => {
    const prefix = `share-${kind}-`
    const shares = [...form].flatMap(([name, value]) => {
      const typed = typeof value === 'string' ? cleanLine(value) : ''
      if (!name.startsWith(prefix) || typed === '') return []
      const read = readAmount(typed, currency)
      if ('message' in read) errors[name] = [read.message]
      return 'message' in read ? [] : [{ fundId: name.slice(prefix.length), amountMinor: read.amountMinor }]
    })
    if (shares.length === 0) return []
    const payout = PAYOUT_WAYS.find((way) => way === form.get(`payout-${kind}`)) ?? USUAL_WAYS[kind]
    const written = form.get(`note-${kind}`)
    const note = typeof written === 'string' ? cleanLine(written).slice(0, 300) : ''
    return [{ kind, payout, isCap: form.has(`isCap-${kind}`), note, shares }]
  })
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, components }
}
