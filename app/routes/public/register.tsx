import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { afterPlacing, noteFault, placedBefore } from './after-placing.server.ts'
import { mayTryCodes } from './code-tries.server.ts'
import { RegisterAway } from './register-away.tsx'
import { RegisterClosed } from './register-closed.tsx'
import { RegisterForm } from './register-form.tsx'
import { RegisterOfferOver } from './register-offer-over.tsx'
import type { RegisterView } from './register-view.ts'
import { heldSeats, offerOf, registerView } from './register.server.ts'
import { mayUpload } from './upload-limit.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { firstForm } from '#app/registrations/first-form.ts'
import { whyClosed } from '#app/registrations/offered.ts'
import { alignPeople, asksMore, asksTooMany, PEOPLE_LIMIT, wantedTickets } from '#app/registrations/order-form.ts'
import type { OrderOffer } from '#app/registrations/order-offer.ts'
import { formField } from '#app/registrations/order-places.ts'
import { orderFormSchema } from '#app/registrations/order-schema.ts'
import { toPlaceOrder } from '#app/registrations/to-place-order.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState, typedValue } from '#app/values/form-state.ts'
import { newToken } from '#app/values/secret.ts'
import type { OpenOffer } from '#app/waiting-list/open-offer.server.ts'
import { noteOfferTaken } from '#app/waiting-list/settle-offers.server.ts'

export const handle = { shell: 'public', section: 'events' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const offer = args.data?.view?.offer
    return { title: offer ? t('register.titleOf', { event: offer.event.title }) : t('register.title') }
  })

const PRIVATE = { 'Cache-Control': 'no-store' }

export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Referrer-Policy') ? KEYED_PAGE : PRIVATE

/** What a sent form was answered with: the page that follows it in the same request shows that and asks nothing again. */
const answered = new WeakMap<RequestContext, RegisterView>()

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const base = { formKey: newToken(), slug: params['event']!, address: addressOf(request) }
  const known = answered.get(context)
  if (known) {
    const closed = whyClosed(known.offer.event, context.now)
    return data({ ...base, view: known, closed, isOver: false }, { headers: known.held ? KEYED_PAGE : PRIVATE })
  }
  const nothing = { ...base, view: null, closed: null, isOver: false }
  try {
    const held = await heldSeats(request, context)
    if (held.is === 'unknown') throw notFound()
    if (held.is === 'over') return data({ ...nothing, isOver: true }, { status: 410, headers: KEYED_PAGE })
    const open = held.is === 'open' ? held.offer : null
    const query = new URL(request.url).searchParams
    const asked = query.get('code')
    const mayTry = await mayTryCodes(context, { slug: params['event']!, typed: asked ?? undefined })
    const code = mayTry ? asked : null
    const typed = code ? { values: { voucherCodes: [code] }, errors: {} } : EMPTY_FORM
    const offer = await offerOf(context, { slug: params['event']!, form: typed, held: open })
    if (!offer || (open && open.eventSlug !== offer.event.slug)) throw notFound()
    const me = open ? { fullName: open.fullName, email: open.email ?? '' } : await signedIn(request, context)
    const first = firstForm(offer, {
      ticket: open?.ticketCode ?? query.get('ticket'),
      me,
      code,
      ...(open ? { seats: open.seats } : {}),
    })
    const seen = await registerView(context, { offer, form: first, held: open })
    const view = mayTry ? seen : { ...seen, form: withTries(seen.form, asked) }
    const closed = whyClosed(offer.event, context.now)
    return data({ ...base, view, closed, isOver: false }, { headers: open ? KEYED_PAGE : PRIVATE })
  } catch (error) {
    if (error instanceof Response) throw error
    noteFault(error, context)
    return data(nothing, { status: 503, headers: { ...PRIVATE, 'Retry-After': '60' } })
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const sent = await readForm(request, { files: true })
  try {
    const held = await heldSeats(request, context)
    if (held.is === 'unknown') throw notFound()
    if (held.is === 'over') {
      const before = await placedBefore(request, sent, context)
      return before ?? data({ form: refusedForm(sent, []), view: null }, { status: 410, headers: KEYED_PAGE })
    }
    return await answer(sent, {
      request,
      slug: params['event']!,
      context,
      held: held.is === 'open' ? held.offer : null,
    })
  } catch (error) {
    if (error instanceof Response) throw error
    noteFault(error, context)
    return data({ form: refusedForm(sent, [{ code: 'busy' }]), view: null }, { status: 503, headers: PRIVATE })
  }
}

interface Around {
  request: Request
  slug: string
  context: RequestContext
  held: OpenOffer | null
}

async function answer(sent: FormData, { request, slug, context, held }: Around) {
  const { db, config } = context.services
  const whole = refusedForm(sent, [])
  const codes = typedValue(whole, 'voucherCodes')
  const mayTry = await mayTryCodes(context, { slug, typed: codes })
  const first = mayTry ? whole : { ...whole, values: { ...whole.values, voucherCodes: [] } }
  const offer = await offerOf(context, { slug, form: first, held })
  if (!offer || (held && held.eventSlug !== offer.event.slug)) throw notFound()
  const shown = (view: RegisterView, status: number) => {
    answered.set(context, view)
    return data({ form: view.form, view }, { status, headers: PRIVATE })
  }
  if (!mayTry) {
    const { form } = alignPeople(first, wantedTickets(first, offer.tickets))
    const view = await registerView(context, { offer, form, held })
    return shown({ ...view, form: withTries(view.form, codes) }, 429)
  }
  /** Sent once more after its seats were the last, it would be told that there are none. */
  const sentBefore = async () => {
    const placed = await context.services.reads.placed(typedValue(whole, 'formKey') ?? '', offer.event.id)
    return placed && (await afterPlacing(placed, { paymentMethod: typedValue(whole, 'method') }, context))
  }
  const again = async (form: FormState, status: number) =>
    (await sentBefore()) ?? shown(await registerView(context, { offer, form, held }), status)
  const uploads = await keepUploads(db, sent, {
    mayTake: () => mayUpload(context),
    secret: config.secret,
    eventId: offer.event.id,
    now: context.now,
    purposeOf: (field) =>
      field.endsWith('].proof') ? 'proof' : offer.questions.some((one) => isAnswerOf(one, field)) ? 'answer' : null,
  })
  const typed = refusedForm(uploads.form, uploads.refusals)
  const wanted = wantedTickets(typed, offer.tickets)
  const { form: aligned, isSame } = alignPeople(typed, wanted)
  const isShown = new URL(request.url).searchParams.has('show')
  if (isShut(offer, context)) return await again(withError(typed, 'register.closedNow'), isShown ? 200 : 409)
  if (asksTooMany(typed, offer.tickets))
    return await again(withError(aligned, `register.tooMany?maximum=${PEOPLE_LIMIT}`), 422)
  if (isShown) return await again(aligned, 200)
  if (wanted.length === 0) return await again(withError(aligned, 'register.chooseTickets'), 422)
  if (!isSame) return await again(withError(aligned, 'register.peopleChanged'), 422)
  if (asksMore(offer, wanted, aligned)) return await again(withError(aligned, 'register.moreQuestions'), 422)

  const view = await registerView(context, { offer, form: aligned, held })
  const methods = view.ways.flatMap(({ method, closed }) => (closed === null ? [method] : []))
  const schema = orderFormSchema(offer, wanted, methods, { typed: aligned, isDue: view.sum?.due != null })
  const parsed = parseForm(uploads.form, schema, uploads.refusals)
  if (!parsed.ok) return (await sentBefore()) ?? shown({ ...view, form: parsed.form }, 422)
  const me = await signedIn(request, context)
  const reservation = held?.reservation
  const { order, places } = toPlaceOrder(offer, wanted, parsed.value, {
    language: context.language,
    formKey: newToken(),
    me,
    reservation,
  })
  const result = await context.services.placeOrder(order, context.now)
  // Should this not come about, the waiting list finds out from the seats.
  if (result.ok && held) await noteOfferTaken(context.services.db, { offerId: held.offerId, now: context.now })
  if (result.ok) return await afterPlacing(result.value, order, context)
  const refusals = result.refusals.map((one) => (one.field ? { ...one, field: formField(one.field, places) } : one))
  const isBusy = refusals.some(({ code }) => code === 'busy')
  // The offer is read again: what was refused may have changed meanwhile.
  const fresh = (await offerOf(context, { slug, form: aligned, held })) ?? offer
  const refused = await registerView(context, { offer: fresh, form: refusedForm(uploads.form, refusals), held })
  return shown(refused, isBusy ? 503 : 409)
}

/** Whether nobody can register now, whatever they chose. */
function isShut({ event, tickets }: OrderOffer, { now }: RequestContext): boolean {
  return whyClosed(event, now) !== null || !tickets.some(({ state }) => state === 'open')
}

function isAnswerOf({ code, kind }: { code: string; kind: string }, field: string): boolean {
  return kind === 'file' && field.endsWith(`.answers.${code}`)
}

/** The form is sent to where it came from: with the offer, without what only chose its beginning. */
function addressOf(request: Request): string {
  const query = new URL(request.url).searchParams
  const kept = new URLSearchParams()
  for (const name of ['offer', 'key']) if (query.has(name)) kept.set(name, query.get(name)!)
  return kept.size > 0 ? `?${kept}` : ''
}

/** The codes as typed, though they were not looked at, and why. */
function withTries(form: FormState, typed: string | null | undefined): FormState {
  const voucherCodes = typed ? [typed] : []
  return {
    values: { ...form.values, voucherCodes },
    errors: { ...form.errors, voucherCodes: ['refusal.voucher-tries'] },
  }
}

function withError(form: FormState, message: string): FormState {
  return { ...form, errors: { '': [message] } }
}

export default function Page() {
  const { view, closed, formKey, slug, address, isOver } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { path } = usePage()
  if (isOver) return <RegisterOfferOver slug={slug} />
  const shown: RegisterView | null = sent ? sent.view : view
  if (!view || !shown) return <RegisterAway slug={slug} form={sent?.form} />
  const sentTo = sent ? path(`/events/${slug}/register${address}`) : null
  const hasOpen = shown.offer.tickets.some(({ state }) => state === 'open')
  if (closed !== null || !hasOpen) return <RegisterClosed view={shown} closed={closed} sentTo={sentTo} />
  return <RegisterForm view={shown} formKey={formKey} address={address} />
}
