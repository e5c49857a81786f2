import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RegisterAway } from './register-away.tsx'
import { RegisterClosed } from './register-closed.tsx'
import { RegisterForm } from './register-form.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { describeFault } from '#app/http/error-log.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { startPayment } from '#app/payments/start-payment.server.ts'
import { whyClosed } from '#app/registrations/offered.ts'
import {
  alignPeople,
  asksTooMany,
  orderFormSchema,
  PEOPLE_LIMIT,
  wantedTickets,
} from '#app/registrations/order-form.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import type { OrderOffer } from '#app/registrations/order-offer.ts'
import type { PlacedOrder } from '#app/registrations/placing.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { orderOffer } from '#app/registrations/queries.server.ts'
import { firstForm, usableMethods } from '#app/registrations/first-form.ts'
import { toPlaceOrder } from '#app/registrations/to-place-order.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import type { FormState } from '#app/values/form-state.ts'
import { newToken } from '#app/values/secret.ts'

export const handle = { shell: 'public', section: 'events' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const offer = args.data?.offer
    return { title: offer ? t('register.titleOf', { event: offer.event.title }) : t('register.title') }
  })

const PRIVATE = { 'Cache-Control': 'no-store' }

export const headers: HeadersFunction = () => PRIVATE

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const base = { formKey: newToken(), now: context.now, slug: params['event']! }
  const nothing = { ...base, offer: null, closed: null, methods: [] as string[], first: null }
  try {
    const offer = await offerFor(params['event']!, context)
    const me = await signedIn(request, context)
    const closed = whyClosed(offer.event, context.now)
    const ticket = new URL(request.url).searchParams.get('ticket')
    const methods = usableMethods(offer.event, Object.keys(context.services.gateways))
    return data({ ...base, offer, closed, methods, first: firstForm(offer, { ticket, me }) }, { headers: PRIVATE })
  } catch (error) {
    if (error instanceof Response) throw error
    noteFault(error, context)
    return data(nothing, { status: 503, headers: { ...PRIVATE, 'Retry-After': '60' } })
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const typed = refusedForm(form, [])
  try {
    const offer = await offerFor(params['event']!, context)
    const wanted = wantedTickets(typed, offer.tickets)
    const { form: aligned, isSame } = alignPeople(typed, wanted)
    if (asksTooMany(typed, offer.tickets))
      return again(withError(aligned, `register.tooMany?maximum=${PEOPLE_LIMIT}`), 422)
    if (new URL(request.url).searchParams.has('show')) return data({ form: aligned }, { headers: PRIVATE })
    if (wanted.length === 0) return again(withError(aligned, 'register.chooseTickets'), 422)
    if (!isSame) return again(withError(aligned, 'register.peopleChanged'), 422)

    const methods = usableMethods(offer.event, Object.keys(context.services.gateways))
    const parsed = parseForm(form, orderFormSchema(offer, wanted, methods))
    if (!parsed.ok) return again(parsed.form, 422)
    const me = await signedIn(request, context)
    const order = toPlaceOrder(offer, parsed.value, { language: context.language, formKey: newToken(), me })
    const [result] = await placeOrders(context.services.db, { orders: [order], now: context.now })
    if (result!.ok) return await afterPlacing(result!.value, context)
    const isBusy = result!.refusals.some(({ code }) => code === 'busy')
    return again(refusedForm(form, result!.refusals), isBusy ? 503 : 409)
  } catch (error) {
    if (error instanceof Response) throw error
    noteFault(error, context)
    return again(refusedForm(form, [{ code: 'busy' }]), 503)
  }
}

/** To the payment page when there is something to pay, else to the order. What goes wrong there, the order page says. */
async function afterPlacing(order: PlacedOrder, context: RequestContext): Promise<Response> {
  const { services, language, prefix, now } = context
  const key = orderKey(services.config.secret, { id: order.orderId, keyVersion: order.keyVersion })
  const query = new URLSearchParams({ key })
  if (order.due && order.state !== 'ended') {
    try {
      const { db, gateways, config } = services
      const { baseUrl, secret } = config
      const input = { orderId: order.orderId, baseUrl, secret, language, prefix, now }
      const started = await startPayment(db, gateways, input)
      if (started.ok) return redirect(started.value.redirectUrl, 303)
      if (started.refusals[0]?.code !== 'nothing-due') query.set('payment', started.refusals[0]!.code)
    } catch (error) {
      noteFault(error, context)
      query.set('payment', 'payment-unavailable')
    }
  }
  return seeOther(context, `/orders/${order.code}?${query}`)
}

async function offerFor(slug: string, { services, language, now }: RequestContext): Promise<OrderOffer> {
  const offer = await orderOffer(services.db, { slug, language, now })
  if (!offer) throw notFound()
  return offer
}

function again(form: FormState, status: number) {
  return data({ form }, { status, headers: PRIVATE })
}

function withError(form: FormState, message: string): FormState {
  return { ...form, errors: { '': [message] } }
}

function noteFault(error: unknown, { services, requestId }: RequestContext): void {
  services.log.error({ requestId, path: '/register', fault: describeFault(error) }, 'internal fault')
}

export default function Page() {
  const { offer, closed, methods, first, formKey, slug } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  if (!offer || !first) return <RegisterAway slug={slug} form={form} />
  const isOpen = closed === null && offer.tickets.some(({ state }) => state === 'open')
  if (!isOpen) return <RegisterClosed offer={offer} closed={closed} />
  return <RegisterForm offer={offer} form={form ?? first} methods={methods} formKey={formKey} />
}
