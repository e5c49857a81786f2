import type { LoaderFunctionArgs } from '@remix-run/node'
import { labTaken } from './lab-taken.server.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { provisioning } from '#app/participants/lab/provisioning.ts'
import { csvRows } from '#app/values/csv.ts'

const HEAD = ['label', 'login', 'machine', 'address_range', 'zone_name', 'row', 'column', 'group', 'taken'] as const

/** The seats for a script that sets machines up: columns have the same names in every language, and nobody's name is there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug, lab } = await labTaken(request, context, params.event!, 'lab.csv')
  const rows = provisioning(lab).map((seat) => HEAD.map((name) => String(seat[name])))
  return csvAnswer(csvRows([[...HEAD], ...rows]), { name: `${slug}-lab.csv`, fallback: 'lab.csv' })
}
