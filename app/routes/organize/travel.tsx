import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { visaNotesOf } from '#app/events/travel/visa-notes.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('workspace.travel'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { language } = context
  const notes = await visaNotesOf(context.services.db, { id: event.id, language }, language)
  return { notes: notes.toSorted((one, other) => name(one).localeCompare(name(other), language)) }

  function name({ country }: { country: string }): string {
    return countryName(country, language)
  }
}

/** What people need to know to travel there, by the country that they live in. */
export default function Travel() {
  const { notes } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  const base = `/organize/${slug}/travel`
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('workspace.travel')}</h1>
          <p className="mute">{t('author.travel.lead')}</p>
        </div>
        <a className="btn go" href={path(`${base}/new`)}>
          {t('author.travel.add')}
        </a>
      </div>
      <p>
        {t('author.travel.others')} <a href={path(`/organize/${slug}/details#notes`)}>{t('organize.details')}</a>
      </p>
      {notes.length === 0 ? (
        <Empty title={t('author.travel.none')}>
          <p>{t('author.travel.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('workspace.travel')}>
          <thead>
            <tr>
              <th scope="col">{t('organize.country')}</th>
              <th scope="col">{t('author.travel.note')}</th>
              <th scope="col" className="more">
                {t('organize.textIn')}
              </th>
            </tr>
          </thead>
          <tbody>
            {notes.map(({ country, note, language: code, languages }) => (
              <tr key={country}>
                <th scope="row">
                  <a href={path(`${base}/${country.toLowerCase()}?text=${code}`)}>{countryName(country, language)}</a>
                </th>
                <td lang={code}>
                  <bdi>{note.length > 120 ? `${note.slice(0, 119)}…` : note}</bdi>
                </td>
                <td className="more">{languages.map((one) => languageName(one, language)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}
