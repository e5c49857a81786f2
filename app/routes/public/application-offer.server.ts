import { data } from '@remix-run/node'
import { ownApplication } from './own-application.server.ts'
import { offerView } from '#app/applications/offers/offer-view.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** The offer of an application, for who has its key or is signed in as its owner; null for a stranger. */
export async function ownOffer(request: Request, code: string | undefined, context: RequestContext) {
  const own = await ownApplication(request, code, context)
  if (!own) return null
  const { services, language, now } = context
  const offer = await offerView(services.db, { applicationId: own.application.id, language, now })
  const query = own.key === '' ? '' : `?${new URLSearchParams({ key: own.key })}`
  if (!offer) return { code: own.application.code, query, offer: null, orderPath: null }
  const { order } = offer
  const orderPath = order
    ? `/orders/${order.code}?${new URLSearchParams({ key: orderKey(services.config.secret, order) })}`
    : null
  return { code: own.application.code, query, offer, orderPath }
}

/** The form as typed, with what stood in the way. */
export function offerRefused(form: FormData, refusals: Refusal[]) {
  const isBusy = refusals.some(({ code }) => code === 'busy')
  return data({ form: refusedForm(form, refusals) }, { status: isBusy ? 503 : 409, headers: KEYED_PAGE })
}
