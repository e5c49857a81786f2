import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChangePage } from './change-page.tsx'
import { askedSeat, toOrder } from './changing.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import type { Translate } from '#app/locales/translate.ts'
import { substituteSchema } from '#app/registrations/changes/substitute-form.ts'
import { substitute } from '#app/registrations/changes/substitute.server.ts'
import { CountryField, TextField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('change.substitute.title') }))

export async function loader(args: LoaderFunctionArgs) {
  const { seat, why, shown } = await askedSeat(args, 'substitute')
  const { rules, affiliation, eligibility, isAddon } = seat
  const own = { substitution: rules.substitution, organization: affiliation ?? '', needsProof: eligibility !== 'none' }
  return data({ seat: { ...shown, ...own }, why: isAddon ? 'change-never' : why }, { headers: KEYED_PAGE })
}

/** Each sends mails to two people: enough for a group, too few for a nuisance. */
const TIMES = { limit: 20, windowMinutes: 24 * 60 }

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { seat, key } = await askedSeat(args, 'substitute')
  const form = await readForm(request)
  const parsed = parseForm(form, substituteSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const limit = { bucket: `seat-passed-on:${seat.orderId}`, ...TIMES, now: context.now }
  if (!(await countAttempt(context.services.db, limit)))
    return data({ form: refusedForm(form, [{ code: 'seat-often' }]) }, { status: 429, headers: KEYED_PAGE })
  const result = await substitute(context.services.db, {
    orderId: seat.orderId,
    code: seat.code,
    person: parsed.value,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!result.ok) return data({ form: refusedForm(form, result.refusals) }, { status: 409, headers: KEYED_PAGE })
  return toOrder(
    context,
    { orderCode: seat.orderCode, key },
    result.value.state === 'waits' ? 'passedOnWaits' : 'passedOn',
  )
}

function ruleOf({ substitution, organization }: { substitution: string; organization: string }, t: Translate): string {
  if (substitution === 'free') return t('change.substitute.free')
  if (substitution === 'approval') return t('change.substitute.approval')
  return organization
    ? t('change.substitute.organization', { organization: isolate(organization) })
    : t('change.substitute.organizationUnknown')
}

export default function Page() {
  const { seat, why } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const heading = t('change.substitute.heading', { name: isolate(seat.fullName) })
  return (
    <ChangePage seat={seat} heading={heading} form={form} why={why}>
      <p className="lead">{ruleOf(seat, t)}</p>
      {seat.needsProof && <p>{t('change.substitute.proof')}</p>}
      {seat.addons.length > 0 && (
        <p>{t('change.substitute.addons', { addons: seat.addons.join(t('common.listSeparator')) })}</p>
      )}
      <form method="post" action={path(`/orders/${seat.orderCode}/seats/${seat.code}/substitute?key=${seat.key}`)}>
        <fieldset>
          <legend className="big">{t('change.substitute.newPerson')}</legend>
          <TextField
            form={form}
            name="fullName"
            label={t('seat.fullName')}
            hint={t('seat.fullNameHint')}
            autoComplete="off"
            maxLength={200}
          />
          <TextField
            form={form}
            name="latinName"
            label={t('register.latinName')}
            isOptional
            autoComplete="off"
            maxLength={200}
          />
          <TextField
            form={form}
            name="email"
            type="email"
            label={t('seat.email')}
            hint={t('seat.emailHint')}
            autoComplete="off"
            maxLength={191}
          />
          <TextField
            form={form}
            name="affiliation"
            label={t('register.affiliation')}
            isOptional
            autoComplete="off"
            maxLength={200}
            defaultValue={seat.substitution === 'same-organization' ? seat.organization : undefined}
          />
          <CountryField form={form} name="country" label={t('register.country')} blank={t('register.chooseOne')} />
        </fieldset>
        <p className="row after">
          <button className="go">{t('change.substitute.save')}</button>
        </p>
      </form>
    </ChangePage>
  )
}
