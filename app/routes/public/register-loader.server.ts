import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { noteFault } from './after-placing.server.ts'
import { mayTryCodes } from './code-tries.server.ts'
import { withTries } from './register-errors.ts'
import type { RegisterView } from './register-view.ts'
import { heldSeats, offerOf, registerView } from './register.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { KEYED_PAGE, UNKEPT } from '#app/http/private-page.ts'
import { firstForm } from '#app/registrations/first-form.ts'
import { whyClosed } from '#app/registrations/offered.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

/** What a sent form was answered with: the page that follows it in the same request shows that and asks nothing again. */
const answered = new WeakMap<RequestContext, RegisterView>()

/** Lets the page of this request show what its form was answered with. */
export function showAnswer(context: RequestContext, view: RegisterView): void {
  answered.set(context, view)
}

/** The form as it begins, or as the address asks for it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const base = { formKey: context.formKey(), slug: params['event']!, address: addressOf(request) }
  const known = answered.get(context)
  if (known) {
    const closed = whyClosed(known.offer.event, context.now)
    return data({ ...base, view: known, closed, isOver: false }, { headers: known.held ? KEYED_PAGE : UNKEPT })
  }
  const nothing = { ...base, view: null, closed: null, isOver: false }
  try {
    const query = new URL(request.url).searchParams
    const held = await heldSeats(query, context)
    if (held.is === 'unknown') throw notFound()
    if (held.is === 'over') return data({ ...nothing, isOver: true }, { status: 410, headers: KEYED_PAGE })
    const open = held.is === 'open' ? held.offer : null
    const asked = query.get('code')
    const mayTry = await mayTryCodes(context, { slug: params['event']!, typed: asked ?? undefined })
    const code = mayTry ? asked : null
    const typed = code ? { values: { voucherCodes: [code] }, errors: {} } : EMPTY_FORM
    const wanted = { slug: params['event']!, form: typed, held: open }
    const offer = code === null && open === null ? await publicOffer(context, wanted) : await offerOf(context, wanted)
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
    return data({ ...base, view, closed, isOver: false }, { headers: open ? KEYED_PAGE : UNKEPT })
  } catch (error) {
    if (error instanceof Response) throw error
    noteFault(error, context)
    return data(nothing, { status: 503, headers: { ...UNKEPT, 'Retry-After': '60' } })
  }
}

/** What everybody is offered, whoever asks. */
async function publicOffer(context: RequestContext, wanted: Parameters<typeof offerOf>[1]): ReturnType<typeof offerOf> {
  const { services, language, now } = context
  const held = await services.publicFacts(now)
  return await held(`offer ${language} ${wanted.slug}`, () => offerOf(context, wanted))
}

/** The form is sent to where it came from: with the offer, without what only chose its beginning. */
function addressOf(request: Request): string {
  const query = new URL(request.url).searchParams
  const kept = new URLSearchParams()
  for (const name of ['offer', 'key']) if (query.has(name)) kept.set(name, query.get(name)!)
  return kept.size > 0 ? `?${kept}` : ''
}
