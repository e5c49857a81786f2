import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CompareFigures } from './cohorts-compare-figures.tsx'
import { ComparePeople } from './cohorts-compare-people.tsx'
import { deskMeta } from './desk.ts'
import { readRankedCall } from './ranking-reading.server.ts'
import { compareCohorts } from '#app/applications/selection/cohorts/compare-cohorts.server.ts'
import { listCohorts } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.compare.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { call, event } = await readRankedCall(args)
  const { db } = args.context.services
  const address = new URL(args.request.url).searchParams
  const cohorts = await listCohorts(db, call.id)
  const one = cohorts.find(({ id }) => id === address.get('one')) ?? cohorts[0]
  const other = cohorts.find(({ id }) => id === address.get('other')) ?? cohorts.find((cohort) => cohort !== one)
  const compared =
    one && other
      ? await compareCohorts(db, { call, cohortIds: [one.id, other.id], language: args.context.language })
      : null
  return {
    call,
    base: `/organize/${event.slug}/calls/${call.slug}/cohorts`,
    cohorts: cohorts.map(({ id, name }) => ({ id, name })),
    compared,
  }
}

/** Two cohorts side by side: who is in one and not in the other, and what each comes to. */
export default function Compare() {
  const { call, base, cohorts, compared } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <>
      <h1>{t('selection.compare.title')}</h1>
      {compared === null ? (
        <Empty title={t('selection.compare.tooFew')} level="h2">
          <p>{t('selection.compare.tooFewWhy')}</p>
          <p>
            <a href={path(base)}>{t('selection.cohorts.title')}</a>
          </p>
        </Empty>
      ) : (
        <>
          <form className="noprint" action={path(`${base}/compare`)}>
            <div className="row filt">
              {(['one', 'other'] as const).map((name, at) => (
                <div key={name}>
                  <label htmlFor={name}>{t(`selection.compare.${name}`)}</label>
                  <select id={name} name={name} defaultValue={compared.cohorts[at]!.id}>
                    {cohorts.map((cohort) => (
                      <option key={cohort.id} value={cohort.id}>
                        {cohort.name}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
              <button>{t('selection.compare.button')}</button>
            </div>
          </form>
          <CompareFigures compared={compared} call={call} />
          <ComparePeople compared={compared} call={call} base={base} />
        </>
      )}
    </>
  )
}
