import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { existingPage, pageCount, pageNumber } from '#app/participants/paging.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { listSignUps } from '#app/registrations/sign-ups/list-sign-ups.server.ts'
import { SIGN_UPS_PAGE } from '#app/registrations/sign-ups/sign-ups-page.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.signUps.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'people')
  const { db } = context.services
  const found = await findSession(db, { eventId: event.id, sessionId: params.session! })
  if (!found) throw notFound()
  const { id, title, capacity, signedUp } = found.session
  const page = existingPage(pageNumber(new URL(request.url).searchParams.get('page')), signedUp, SIGN_UPS_PAGE)
  const rows = await listSignUps(db, { eventId: event.id, sessionId: id, page })
  const shown = rows.map(({ email: _email, country: _country, ...row }) => row)
  return { id, title, capacity, signedUp, page, rows: shown }
}

export default function SignUps() {
  const { id, title, capacity, signedUp, page, rows } = useLoaderData<typeof loader>()
  const { slug, zone, rights } = useDesk()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/programme/sessions/${id}/sign-ups`)
  const count = signedUp
  return (
    <>
      <div className="row ends">
        <div>
          <h1>
            <bdi>{t('session.signUps.of', { title })}</bdi>
          </h1>
          <p className="mute">
            {capacity === null
              ? t('session.signUps.noLimit', { count })
              : t('session.signUps.ofPlaces', { count, capacity })}
          </p>
        </div>
        {count > 0 && rights.includes('organize') && (
          <a className="btn" href={`${base}.csv`} download>
            {t('session.signUps.csv')}
          </a>
        )}
      </div>
      {count === 0 ? (
        <Empty title={t('session.signUps.none')} level="h2">
          <p>{t('session.signUps.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('session.signUps.title')}>
          <thead>
            <tr>
              <th scope="col">{t('session.signUps.name')}</th>
              <th scope="col">{t('session.signUps.ticket')}</th>
              <th scope="col" className="more">
                {t('session.signUps.affiliation')}
              </th>
              <th scope="col" className="more">
                {t('session.signUps.when')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <bdi>{row.fullName}</bdi>
                </th>
                <td dir="ltr">{row.code}</td>
                <td className="more">
                  <bdi>{row.affiliation}</bdi>
                </td>
                <td className="more">
                  <Moment at={row.signedUpAt} zone={zone} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages page={page} pageCount={pageCount(count, SIGN_UPS_PAGE)} addressOf={(one) => `${base}?page=${one}`} />
      <p className="row after">
        {count > 0 && (
          <a href={path(`/organize/${slug}/registrations?session=${id}`)}>{t('session.signUps.inRegistrations')}</a>
        )}{' '}
        <a href={path(`/organize/${slug}/programme`)}>{t('session.back')}</a>
      </p>
    </>
  )
}
