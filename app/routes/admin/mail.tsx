import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdminSide } from './admin-side.tsx'
import { MessagesTable } from './messages-table.tsx'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireAdministrator } from '#app/http/guards.server.ts'
import { listMessages, mailCounts } from '#app/mail/queries.server.ts'
import { tryAgain } from '#app/mail/try-again.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type Cursor, cursorOf, cursorQuery } from '#app/values/cursor.ts'

/** Tells the second list of the page apart in its address. */
const WAITING = 'waiting-'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdministrator(request, context)
  const query = new URL(request.url).searchParams
  const { db } = context.services
  return {
    counts: await mailCounts(db),
    undeliverable: await listMessages(db, { state: 'undeliverable', cursor: cursorOf(query) }),
    waiting: await listMessages(db, { state: 'waiting', cursor: cursorOf(query, WAITING) }),
    done: query.get('done'),
  }
}

/** Tries one undeliverable message again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { signedIn } = await requireAdministrator(request, context)
  const typed = (await readForm(request)).get('message')
  const messageId = typeof typed === 'string' ? typed : ''
  const { services, now } = context
  const actor = { kind: 'account' as const, id: signedIn.accountId }
  const result = await tryAgain(services.db, { messageId, actor, now })
  if (result.ok) return seeOther(context, '/admin/mail?done=again')
  if (result.refusals[0]!.code === 'not-undeliverable') return seeOther(context, '/admin/mail?done=not-again')
  throw data(null, { status: 503, headers: { 'Retry-After': '5' } })
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('mail.admin.mail.title') }))

export const handle = { shell: 'work', section: 'admin' }

export default function Mail() {
  const { t, path } = usePage()
  const { counts, undeliverable, waiting, done } = useLoaderData<typeof loader>()
  const addressOf = (cursor: Cursor, prefix = '') =>
    path(`/admin/mail?${new URLSearchParams(cursorQuery(cursor, prefix))}`)
  return (
    <div className="main desk">
      <AdminSide undeliverable={counts.undeliverable} />
      <main id="main" tabIndex={-1} className="flow">
        <h1>{t('mail.admin.mail.title')}</h1>
        <p className="mute">{t('mail.admin.mail.lead')}</p>
        {done === 'again' && (
          <Note is="ok">
            <p>{t('mail.admin.mail.again')}</p>
          </Note>
        )}
        {done === 'not-again' && (
          <Note is="warn">
            <p>{t('mail.admin.mail.notAgain')}</p>
          </Note>
        )}
        <Kpis
          items={[
            { label: t('mail.admin.mail.waiting'), value: counts.waiting + counts.sending },
            { label: t('mail.admin.mail.undeliverable'), value: counts.undeliverable },
            { label: t('mail.admin.mail.sent'), value: counts.sent },
            { label: t('mail.admin.mail.withdrawn'), value: counts.withdrawn },
          ]}
        />
        <Leaf id="undeliverable" title={t('mail.admin.mail.undeliverableTitle')} isWide>
          {counts.undeliverable === 0 ? (
            <Empty title={t('mail.admin.mail.nothingUndeliverable')}>
              <p>{t('mail.admin.mail.nothingUndeliverableDetail')}</p>
            </Empty>
          ) : (
            <>
              <MessagesTable messages={undeliverable.rows} labelledBy="undeliverable" mayTryAgain />
              <StepPages steps={undeliverable.steps} addressOf={addressOf} />
            </>
          )}
        </Leaf>
        <Leaf id="waiting" title={t('mail.admin.mail.waitingTitle')} isWide>
          {waiting.rows.length === 0 ? (
            <Empty title={t('mail.admin.mail.nothingWaiting')}>
              <p>{t('mail.admin.mail.nothingWaitingDetail')}</p>
            </Empty>
          ) : (
            <>
              <MessagesTable messages={waiting.rows} labelledBy="waiting" />
              <StepPages steps={waiting.steps} addressOf={(cursor) => addressOf(cursor, WAITING)} />
            </>
          )}
        </Leaf>
      </main>
    </div>
  )
}
