import { type ActionFunctionArgs, data } from '@remix-run/node'
import { afterPlacing, noteFault, placedBefore } from './after-placing.server.ts'
import { mayTryCodes } from './code-tries.server.ts'
import { withError, withTries } from './register-errors.ts'
import { keepFiles } from './register-files.server.ts'
import { showAnswer } from './register-loader.server.ts'
import type { RegisterView } from './register-view.ts'
import { asForAll, heldSeats, offerOf, registerView } from './register.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readFields, refusedForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { KEYED_PAGE, UNKEPT } from '#app/http/private-page.ts'
import { whyClosed } from '#app/registrations/offered.ts'
import { alignPeople, asksMore, asksTooMany, PEOPLE_LIMIT, wantedTickets } from '#app/registrations/order-form.ts'
import { hasPrice, type OrderOffer } from '#app/registrations/order-offer.ts'
import { formField } from '#app/registrations/order-places.ts'
import { orderFormSchema } from '#app/registrations/order-schema.ts'
import { toPlaceOrder } from '#app/registrations/to-place-order.ts'
import { type Fields, type FormState, typedValue } from '#app/values/form-state.ts'
import { newToken } from '#app/values/secret.ts'
import type { OpenOffer } from '#app/waiting-list/open-offer.server.ts'
import { noteOfferTaken } from '#app/waiting-list/settle-offers.server.ts'

/** A form that was sent: to the order that it has placed, or shown again as typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const sent = await readFields(request)
  try {
    const query = new URL(request.url).searchParams
    const held = await heldSeats(query, context)
    if (held.is === 'unknown') throw notFound()
    if (held.is === 'over') {
      const form = refusedForm(sent, [])
      const before = await placedBefore(context, { offerId: query.get('offer'), formKey: typedValue(form, 'formKey') })
      return before ?? data({ form, view: null }, { status: 410, headers: KEYED_PAGE })
    }
    return await answer(sent, {
      request,
      slug: params['event']!,
      isShown: query.has('show'),
      context,
      held: held.is === 'open' ? held.offer : null,
    })
  } catch (error) {
    if (error instanceof Response) throw error
    noteFault(error, context)
    return data({ form: refusedForm(sent, [{ code: 'busy' }]), view: null }, { status: 503, headers: UNKEPT })
  }
}

interface Around {
  request: Request
  slug: string
  /** Whether the form is only to be shown, with as many people as it asks for. */
  isShown: boolean
  context: RequestContext
  held: OpenOffer | null
}

async function answer(sent: Fields, { request, slug, isShown, context, held }: Around) {
  const whole = refusedForm(sent, [])
  const codes = typedValue(whole, 'voucherCodes')
  const mayTry = await mayTryCodes(context, { slug, typed: codes })
  const first = mayTry ? whole : { ...whole, values: { ...whole.values, voucherCodes: [] } }
  const offer = await offerOf(context, { slug, form: first, held })
  if (!offer || (held && held.eventSlug !== offer.event.slug)) throw notFound()
  const viewOf = (form: FormState) => registerView(context, { offer, form, held })
  const shown = (view: RegisterView, status: number) => {
    showAnswer(context, view)
    return data({ form: view.form, view }, { status, headers: UNKEPT })
  }
  if (!mayTry) {
    const view = await viewOf(alignPeople(first, wantedTickets(first, offer.tickets)).form)
    return shown({ ...view, form: withTries(view.form, codes) }, 429)
  }
  /** Sent once more after its seats were the last, it would be told that there are none. */
  const sentBefore = async () => {
    const placed = await context.services.reads.placed(typedValue(whole, 'formKey') ?? '', offer.event.id)
    return placed && (await afterPlacing(placed, { paymentMethod: typedValue(whole, 'method') }, context))
  }
  const again = async (form: FormState, status: number) => (await sentBefore()) ?? shown(await viewOf(form), status)
  /** What everybody is told alike, however they filled it in: in a rush that many thousand did. */
  const shut = async (form: FormState, status: number) => {
    const before = await sentBefore()
    if (before) return before
    const view = await viewOf(form)
    return shown(held || codes ? view : asForAll(view, { request, context, status }), status)
  }
  const { form: fields, refusals } = await keepFiles(sent, offer, context)
  const typed = fields === sent ? whole : refusedForm(fields, refusals)
  const wanted = wantedTickets(typed, offer.tickets)
  const { form: aligned, isSame } = alignPeople(typed, wanted)
  if (isShut(offer, context)) return await shut(withError(typed, 'register.closedNow'), isShown ? 200 : 409)
  if (asksTooMany(typed, offer.tickets))
    return await again(withError(aligned, `register.tooMany?maximum=${PEOPLE_LIMIT}`), 422)
  if (isShown) return await again(aligned, 200)
  if (wanted.length === 0) return await again(withError(aligned, 'register.chooseTickets'), 422)
  if (!isSame) return await again(withError(aligned, 'register.peopleChanged'), 422)
  if (asksMore(offer, wanted, aligned)) return await again(withError(aligned, 'register.moreQuestions'), 422)

  // What it costs and how it can be paid is worked out where something costs anything.
  const view = held || hasPrice(offer, wanted) ? await viewOf(aligned) : null
  const methods = (view?.ways ?? []).flatMap(({ method, closed }) => (closed === null ? [method] : []))
  const schema = orderFormSchema(offer, wanted, methods, { typed: aligned, isDue: view?.sum?.due != null })
  const parsed = parseForm(fields, schema, refusals)
  if (!parsed.ok) return (await sentBefore()) ?? shown({ ...(view ?? (await viewOf(aligned))), form: parsed.form }, 422)
  const me = await signedIn(request, context)
  const reservation = held?.reservation
  const { order, places } = toPlaceOrder(offer, wanted, parsed.value, {
    language: context.language,
    formKey: parsed.value.formKey || newToken(),
    me,
    reservation,
  })
  const result = await context.services.placeOrder(order, context.now)
  // Should this not come about, the waiting list finds out from the seats.
  if (result.ok && held) await noteOfferTaken(context.services.db, { offerId: held.offerId, now: context.now })
  if (result.ok) return await afterPlacing(result.value, order, context)
  const said = result.refusals.map((one) => (one.field ? { ...one, field: formField(one.field, places) } : one))
  const isBusy = said.some(({ code }) => code === 'busy')
  // The offer is read again: what was refused may have changed meanwhile.
  const fresh = (await offerOf(context, { slug, form: aligned, held })) ?? offer
  const refused = await registerView(context, { offer: fresh, form: refusedForm(fields, said), held })
  return shown(refused, isBusy ? 503 : 409)
}

/** Whether nobody can register now, whatever they chose. */
function isShut({ event, tickets }: OrderOffer, { now }: RequestContext): boolean {
  return whyClosed(event, now) !== null || !tickets.some(({ state }) => state === 'open')
}
