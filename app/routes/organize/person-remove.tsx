import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { listEventPeople } from '#app/events/editing-queries.server.ts'
import { removeEventPerson } from '#app/events/remove-event-person.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.people.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const person = (await listEventPeople(context.services.db, event.id)).find(({ id }) => id === params.person)
  if (!person) throw notFound()
  return { name: person.fullName }
}

export const action = removing(
  'people',
  (db, removal, { person }) => removeEventPerson(db, { ...removal, personId: person! }),
  'programme',
)

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('organize.people.removeTitle')}
      button={t('organize.people.remove')}
      lead={t('organize.people.removeLead')}
      list="people"
    />
  )
}
