import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { addressOfOutbox, OUTBOX_STATES, outboxFilterOf } from './outbox-filter.ts'
import { OutboxTable } from './outbox-table.tsx'
import { templateName } from './template-name.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { mailStandingOf } from '#app/mail/mail-standing.server.ts'
import { listOutbox, refusingDomains } from '#app/mail/outbox-of-event.server.ts'
import { MESSAGES_PER_PAGE } from '#app/mail/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'
import { formatMoment } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.box.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const filter = outboxFilterOf(address)
  const [standing, domains, listed] = await Promise.all([
    mailStandingOf(db, event.id),
    refusingDomains(db, event.id),
    listOutbox(db, { eventId: event.id, filter, cursor: cursorOf(address), size: MESSAGES_PER_PAGE }),
  ])
  const again = Number(address.get('again') ?? 0) || 0
  return {
    standing,
    domains,
    filter,
    again,
    ...listed,
  }
}

export default function Outbox() {
  const { standing, domains, filter, steps, again, rows } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/messages/outbox`
  const { counts, oldestWaitingAt } = standing
  const query = (more: Record<string, string> = {}) => addressOfOutbox(filter, more)
  return (
    <>
      <h1>{t('broadcast.box.title')}</h1>
      <p className="mute">{t('broadcast.box.lead')}</p>
      {again > 0 && (
        <Note is="ok">
          <p role="status">{t('broadcast.box.againDone', { count: again })}</p>
        </Note>
      )}
      <div className="after">
        <Kpis
          items={OUTBOX_STATES.map((state) => ({
            label: t(`broadcast.box.states.${state}`),
            value: <a href={path(`${base}?state=${state}`)}>{counts[state]}</a>,
          }))}
        />
      </div>
      {oldestWaitingAt && <p>{t('broadcast.box.oldest', { when: formatMoment(oldestWaitingAt, zone, language) })}</p>}
      {domains.length > 0 && (
        <Leaf id="domains" title={t('broadcast.box.domains')} isWide>
          <ul>
            {domains.map(({ domain, count, said }) => (
              <li key={domain}>
                <a href={path(`${base}?domain=${encodeURIComponent(domain)}`)}>
                  {t('broadcast.box.refuses', { count, domain })}
                </a>
                {said && (
                  <small lang="en" dir="ltr">
                    {said}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      <Leaf id="mails" title={t(`broadcast.box.states.${filter.state}`)} isWide>
        <form className="row filt" role="search" aria-label={t('broadcast.box.filter')} action={path(base)}>
          <div>
            <label htmlFor="state">{t('broadcast.box.state')}</label>
            <select id="state" name="state" defaultValue={filter.state}>
              {OUTBOX_STATES.map((state) => (
                <option key={state} value={state}>
                  {t(`broadcast.box.states.${state}`)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor="template">{t('broadcast.box.message')}</label>
            <select id="template" name="template" defaultValue={filter.template ?? ''}>
              <option value="">{t('broadcast.box.all')}</option>
              {standing.templates.map(({ template }) => (
                <option key={template} value={template}>
                  {templateName(template, t)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor="domain">{t('broadcast.box.domain')}</label>
            <input id="domain" name="domain" defaultValue={filter.domain ?? ''} dir="ltr" />
          </div>
          <button>{t('broadcast.box.show')}</button>
        </form>
        {rows.length === 0 ? (
          <Empty title={t('broadcast.box.nothing')}>
            <p>{t('broadcast.box.nothingDetail')}</p>
          </Empty>
        ) : (
          <>
            <p className="row">
              {filter.state === 'undeliverable' && (
                <a className="btn" href={path(`${base}/again?${query()}`)}>
                  {t('broadcast.box.againAll')}
                </a>
              )}
              <a href={path(`/organize/${slug}/outbox.csv?${query()}`)}>{t('broadcast.box.csv')}</a>
            </p>
            <OutboxTable rows={rows} state={filter.state} labelledBy="mails" />
          </>
        )}
        <StepPages steps={steps} addressOf={(cursor) => path(`${base}?${query({ ...cursor })}`)} />
      </Leaf>
    </>
  )
}
