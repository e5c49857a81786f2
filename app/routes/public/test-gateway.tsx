import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { badRequest, notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import type { TestChoice } from '#app/payments/gateway.ts'
import { orderOfAttempt } from '#app/payments/queries.server.ts'
import { orderKey, payerKey } from '#app/registrations/order-key.ts'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

/** The built-in gateway's page, where one plays the bank. There is none where real money moves. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { session, orderAddress } = await asked(params, context)
  const { description, amount, state, isDeclined } = session
  return { description, amount: formatMoney(amount, context.language), state, isDeclined, orderAddress }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { gateway, session, returnAddress } = await asked(params, context)
  const choice = (await readForm(request)).get('choice')
  if (!isChoice(choice)) throw badRequest()
  await gateway.choose(session.attemptId, choice)
  return seeOther(context, choice === 'fail' ? `/test-gateway/${session.attemptId}` : returnAddress)
}

async function asked(params: { attempt?: string }, { services }: RequestContext) {
  const gateway = services.testGateway
  const session = await gateway?.sessionOf(params.attempt ?? '')
  const order = session && (await orderOfAttempt(services.db, session.attemptId))
  if (!gateway || !session || !order) throw notFound()
  const { secret } = services.config
  const key = session.isForPayer ? payerKey(secret, order) : orderKey(secret, order)
  const page = session.isForPayer ? `/orders/${order.code}/payer` : `/orders/${order.code}`
  return {
    gateway,
    session,
    orderAddress: `${page}?${new URLSearchParams({ key })}`,
    returnAddress: `/orders/${order.code}/return?${new URLSearchParams({ key, session: order.providerReference ?? '' })}`,
  }
}

const CHOICES = ['succeed', 'fail', 'later'] as const satisfies TestChoice[]

function isChoice(choice: unknown): choice is (typeof CHOICES)[number] {
  return (CHOICES as readonly unknown[]).includes(choice)
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.test.title'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public' }

export default function TestGateway() {
  const { t, path } = usePage()
  const { description, amount, state, isDeclined, orderAddress } = useLoaderData<typeof loader>()
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">{t('finance.test.aside')}</p>
        <div className="flow">
          <h1>{t('finance.test.title')}</h1>
          <p className="lead">
            <bdi>{description}</bdi>:{' '}
            <b>
              <bdi>{amount}</bdi>
            </b>
          </p>
          {isDeclined && state === 'open' && (
            <Note is="warn">
              <p>{t('finance.test.declined')}</p>
            </Note>
          )}
          {state === 'open' ? (
            <Choices />
          ) : (
            <Note>
              <p>{t(`finance.test.over.${state}`)}</p>
            </Note>
          )}
          <p>
            <a href={path(orderAddress)}>{t(state === 'open' ? 'finance.test.abandon' : 'finance.test.back')}</a>
          </p>
        </div>
      </div>
    </main>
  )
}

function Choices() {
  const { t } = usePage()
  return (
    <form method="post" className="flow">
      {CHOICES.map((choice) => (
        <div key={choice}>
          <button name="choice" value={choice} className={choice === 'succeed' ? 'go' : undefined}>
            {t(`finance.test.choice.${choice}`)}
          </button>
          <p className="hint">{t(`finance.test.means.${choice}`)}</p>
        </div>
      ))}
    </form>
  )
}
