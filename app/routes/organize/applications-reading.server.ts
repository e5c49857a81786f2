import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCall } from './call.server.ts'
import { columnsOfAddress, nameOfColumn } from '#app/applications/desk/application-columns.ts'
import { addressOfFilter, filterOfAddress } from '#app/applications/desk/application-filter.ts'
import { ORDERS } from '#app/applications/desk/orders.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'

/** What an address of a call's list asks for. */
export async function readApplications({ request, params, context }: LoaderFunctionArgs) {
  const found = await requireCall(request, context, params)
  const whole = (await readCall(context.services.db, { callId: found.call.id, language: context.language }))!
  const address = new URL(request.url).searchParams
  const questions = whole.sections.flatMap((section) => section.questions)
  const columns = columnsOfAddress(address, questions)
  const filter = filterOfAddress(address)
  const order = ORDERS.find((one) => one === address.get('sort')) ?? 'number'
  const questionIds = columns.flatMap((column) => (column.is === 'answer' ? [column.questionId] : []))
  return {
    ...found,
    whole,
    questions,
    columns,
    filter,
    order,
    listed: { callId: found.call.id, filter, order, questionIds },
    query: addressOfFilter(filter).toString(),
    /** How the list is shown, for its own links: what is as usual is left out. */
    shownAs: [
      ...(address.has('columns') ? columns.map((column) => ['columns', nameOfColumn(column)]) : []),
      ...(order === 'number' ? [] : [['sort', order]]),
    ] as [string, string][],
  }
}
