import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Checklist } from './checklist.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { OverviewCountries } from './overview-countries.tsx'
import { OverviewCourse } from './overview-course.tsx'
import { OverviewHead } from './overview-head.tsx'
import { OverviewKpis } from './overview-kpis.tsx'
import { OverviewMail } from './overview-mail.tsx'
import { OverviewMoney } from './overview-money.tsx'
import { OverviewPeople } from './overview-people.tsx'
import { readOverview } from './overview-reading.server.ts'
import { OverviewToDo } from './overview-to-do.tsx'
import { SeatsByTicket } from './seats-left.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.overview'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return await readOverview(request, params.event!, context)
}

export default function Overview() {
  const { figures, checklist, toDo, tasks, mail, hasMoney, isTeam } = useLoaderData<typeof loader>()
  const { slug, status, rights } = useDesk()
  const { t } = usePage()
  const toDoLeaf = isTeam && <OverviewToDo items={toDo} tasks={tasks} />
  if (status === 'draft')
    return (
      <>
        <OverviewHead isReady={checklist !== null && checklist.isReady} />
        <div className="rail">
          <div>
            {toDoLeaf}
            <SeatsByTicket rows={figures.seats} hasMoney={hasMoney} />
          </div>
          {checklist && (
            <aside className="flow" aria-label={t('organize.aside')}>
              <section className="sum flow" aria-labelledby="before">
                <h2 id="before">{t('organize.beforePublishing')}</h2>
                <Checklist items={checklist.items} slug={slug} />
              </section>
            </aside>
          )}
        </div>
      </>
    )
  return (
    <>
      <OverviewHead isReady={false} />
      <OverviewKpis figures={figures} />
      {toDoLeaf ? (
        <div className="pair">
          <OverviewCourse figures={figures} />
          {toDoLeaf}
        </div>
      ) : (
        <OverviewCourse figures={figures} />
      )}
      <SeatsByTicket rows={figures.seats} hasMoney={hasMoney} />
      {figures.money && <OverviewMoney currencies={figures.money} />}
      <OverviewCountries places={figures.places} />
      <OverviewPeople figures={figures} />
      {mail && rights.includes('organize') && <OverviewMail mail={mail} />}
    </>
  )
}
