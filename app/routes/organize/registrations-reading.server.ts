import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireRight } from '#app/http/guards.server.ts'
import { columnsOfAddress, nameOfColumn, offeredFields } from '#app/participants/columns/columns.ts'
import type { Order } from '#app/participants/columns/list-registrations.server.ts'
import { listNames, listVisibleQuestions } from '#app/participants/queries.server.ts'
import { readableAudiences } from '#app/participants/lists/visible-fields.ts'
import { readableFilter } from '#app/participants/selection/readable-filter.ts'
import { addressOfFilter, filterOfAddress } from '#app/participants/selection/registration-filter.ts'

/** What an address of the table of registrations asks for, as far as its reader may see it. */
export async function readRegistrations(
  { request, params, context }: LoaderFunctionArgs,
  right: 'people' | 'organize' = 'people',
) {
  const { event, signedIn, rights } = await requireRight(request, context, params['event']!, right)
  const { services, language } = context
  const address = new URL(request.url).searchParams
  const [names, questions] = await Promise.all([
    listNames(services.db, { eventId: event.id }, language),
    listVisibleQuestions(services.db, event.id, readableAudiences(signedIn.roles, event), language),
  ])
  const fields = offeredFields(rights.includes('organize'))
  const columns = columnsOfAddress(address, { fields, questions })
  const order: Order = address.get('sort') === 'name' ? 'name' : 'newest'
  const filter = readableFilter(filterOfAddress(address), {
    questions,
    isOrganizer: rights.includes('organize'),
  })
  const questionIds = columns.flatMap((column) => (column.is === 'answer' ? [column.questionId] : []))
  return {
    event,
    signedIn,
    rights,
    names,
    questions,
    fields,
    columns,
    filter,
    order,
    listed: { eventId: event.id, filter, order, questionIds, now: context.now },
    /** How the list is shown, for its own links: what is as usual is left out. */
    shownAs: [
      ...(address.has('columns') ? columns.map((column) => ['columns', nameOfColumn(column)]) : []),
      ...(order === 'name' ? [['sort', 'name']] : []),
    ] as [string, string][],
    query: addressOfFilter(filter).toString(),
  }
}
