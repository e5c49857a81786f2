import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listEventRegistrations } from '#app/participants/registration-queries.server.ts'
import { pageCount, pageNumber, PEOPLE_PAGE } from '#app/participants/paging.ts'
import { REGISTRATION_STATES } from '#app/participants/registration-states.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'
import { cleanLine } from '#app/values/text.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.registrations'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const filter = {
    search: cleanLine(address.get('q') ?? '').slice(0, 100),
    state: REGISTRATION_STATES.find((state) => state === address.get('state')) ?? null,
    ticketTypeId: address.get('ticket') || null,
    page: pageNumber(address.get('page')),
  }
  const [found, names] = await Promise.all([
    listEventRegistrations(db, { eventId: event.id, ...filter }),
    listNames(db, { eventId: event.id }, context.language),
  ])
  return { ...filter, ...found, ticketTypes: names.ticketTypes }
}

const TAGS: Record<(typeof REGISTRATION_STATES)[number], TagKind> = {
  held: 'wait',
  confirmed: 'ok',
  cancelled: 'bad',
  transferred: 'off',
  lapsed: 'off',
}

export default function Registrations() {
  const { rows, total, search, state, ticketTypeId, page, ticketTypes } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, language, path } = usePage()
  const isFiltered = search !== '' || state !== null || ticketTypeId !== null
  const nameOf = (id: string) => ticketTypes.find((type) => type.id === id)?.name ?? ''
  const address = (number: number) =>
    path(
      `/organize/${slug}/registrations?${new URLSearchParams({ q: search, state: state ?? '', ticket: ticketTypeId ?? '', page: String(number) })}`,
    )
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('organize.registrations')}</h1>
          <p className="mute">{t('organize.registrationCount', { count: total })}</p>
        </div>
      </div>
      {(total > 0 || isFiltered) && (
        <form
          className="row filt"
          role="search"
          aria-label={t('organize.filter')}
          action={path(`/organize/${slug}/registrations`)}
        >
          <div>
            <label htmlFor="q">{t('organize.searchPeople')}</label>
            <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
          </div>
          <div>
            <label htmlFor="state">{t('organize.state')}</label>
            <select id="state" name="state" defaultValue={state ?? ''}>
              <option value="">{t('organize.all')}</option>
              {REGISTRATION_STATES.map((one) => (
                <option key={one} value={one}>
                  {t(`organize.states.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor="ticket">{t('organize.ticket')}</label>
            <select id="ticket" name="ticket" defaultValue={ticketTypeId ?? ''}>
              <option value="">{t('organize.all')}</option>
              {ticketTypes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <button>{t('organize.show')}</button>
        </form>
      )}
      {rows.length === 0 ? (
        <Empty title={isFiltered ? t('organize.nobodyFound') : t('organize.nobodyYet')}>
          <p>
            {isFiltered ? (
              <a href={path(`/organize/${slug}/registrations`)}>{t('organize.showAll')}</a>
            ) : (
              t('organize.nobodyYetWhy')
            )}
          </p>
        </Empty>
      ) : (
        <div className="scroll" role="group" aria-label={t('organize.registrations')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('organize.name')}</th>
                <th scope="col" className="more">
                  {t('organize.whence')}
                </th>
                <th scope="col">{t('organize.ticket')}</th>
                <th scope="col">{t('organize.state')}</th>
                <th scope="col">{t('organize.money')}</th>
                <th scope="col" className="more">
                  {t('organize.when')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <bdi>{row.fullName}</bdi>
                    {row.latinName && (
                      <>
                        <br />
                        <small>
                          <bdi>{row.latinName}</bdi>
                        </small>
                      </>
                    )}
                    {row.email && (
                      <>
                        <br />
                        <small>
                          <bdi>{row.email}</bdi>
                        </small>
                      </>
                    )}
                  </th>
                  <td className="more">
                    {row.country && countryName(row.country, language)}
                    {row.affiliation && (
                      <>
                        <br />
                        <small>
                          <bdi>{row.affiliation}</bdi>
                        </small>
                      </>
                    )}
                  </td>
                  <td>
                    <bdi>{nameOf(row.ticketTypeId)}</bdi>
                    <br />
                    <small>
                      <bdi>{row.orderCode}</bdi>
                    </small>
                  </td>
                  <td>
                    <Tag is={TAGS[row.state]}>{t(`organize.states.${row.state}`)}</Tag>
                  </td>
                  <td>
                    <Money billed={row.billed} due={row.due} currency={row.currency} />
                  </td>
                  <td className="more">
                    <Moment at={row.createdAt} zone={zone} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages page={page} pageCount={pageCount(total, PEOPLE_PAGE)} addressOf={address} />
    </>
  )
}

function Money({ billed, due, currency }: { billed: number; due: number; currency: string | null }) {
  const { t } = usePage()
  if (currency === null || billed === 0) return t('organize.free')
  if (due <= 0) return t('organize.paid')
  return (
    <>
      <Price money={{ amountMinor: due, currency }} /> {t('organize.due')}
    </>
  )
}
