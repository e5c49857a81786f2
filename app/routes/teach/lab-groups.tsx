import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { labAsked } from './lab-asked.server.ts'
import { LabDealing } from './lab-dealing.tsx'
import { labTold } from './lab-told.ts'
import { teachFrame } from './teach-frame.server.ts'
import { refused } from './answers.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { groupNames, MOST_GROUPS } from '#app/participants/lab/deal-groups.ts'
import { readLab } from '#app/participants/lab/lab-queries.server.ts'
import { setGroups } from '#app/participants/lab/set-groups.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('lab.groupsTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds, trackId, page } = await labAsked(request, context, params.event!)
  const [frame, lab] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    readLab(context.services.db, { eventId: event.id, trackId }),
  ])
  const told = labTold(new URL(request.url).searchParams)
  return { frame, page, slug: params.event!, trackId, people: lab.people, told }
}

/** Keeps who is in which group, as far as it was changed by hand. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { lab, slug, trackId } = await labAsked(request, context, params.event!)
  const form = await readForm(request)
  const names = new Set(['', ...groupNames(MOST_GROUPS)])
  const choices = [...form].flatMap(([field, value]) => {
    const registrationId = field.startsWith('group-') ? field.slice('group-'.length) : null
    if (registrationId === null || typeof value !== 'string' || !names.has(value)) return []
    const was = form.get(`was-${registrationId}`)
    return [{ registrationId, name: value, was: typeof was === 'string' ? was : '' }]
  })
  const saved = await setGroups(context.services.db, { ...lab, choices })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/teach/${slug}/lab/groups?${new URLSearchParams({ track: trackId })}&saved`)
}

export default function LabGroups() {
  const { frame, page, slug, trackId, people, told } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, language, path } = usePage()
  const base = path(`/teach/${slug}/lab/groups`)
  const query = new URLSearchParams({ track: trackId })
  return (
    <Frame frame={frame}>
      <FormHead form={form} title={t('lab.groupsTitle')} lead={t('lab.groupsLead')} />
      {told && (
        <Note is="ok">
          <p>{'count' in told ? t(`lab.${told.is}`, { count: told.count }) : t(`lab.${told.is}`)}</p>
        </Note>
      )}
      {people.length === 0 ? (
        <Empty title={t('lab.nobodyYet')}>
          <p>{t('lab.nobodyYetWhy')}</p>
        </Empty>
      ) : (
        <>
          <LabDealing action={`${base}/deal?${query}`} />
          <form method="post" action={`${base}?${query}`} className="flow after">
            <h2 id="by-hand">{t('lab.byHand')}</h2>
            <ScrollTable labelledBy="by-hand">
              <thead>
                <tr>
                  <th scope="col">{t('lab.person')}</th>
                  <th scope="col">{t('lab.country')}</th>
                  <th scope="col">{t('lab.group')}</th>
                </tr>
              </thead>
              <tbody>
                {people.map(({ registrationId, fullName, latinName, country, group }) => (
                  <tr key={registrationId}>
                    <th scope="row">
                      <bdi>{fullName}</bdi> {latinName && <small>{latinName}</small>}
                    </th>
                    <td>{country && countryName(country, language)}</td>
                    <td>
                      <input type="hidden" name={`was-${registrationId}`} value={group ?? ''} />
                      <select name={`group-${registrationId}`} aria-label={fullName} defaultValue={group ?? ''}>
                        <option value="">{t('lab.noGroup')}</option>
                        {groupNames(MOST_GROUPS).map((name) => (
                          <option key={name}>{name}</option>
                        ))}
                      </select>
                    </td>
                  </tr>
                ))}
              </tbody>
            </ScrollTable>
            <p className="row">
              <button className="go">{t('lab.saveGroups')}</button> <a href={path(page)}>{t('lab.back')}</a>
            </p>
          </form>
        </>
      )}
    </Frame>
  )
}
