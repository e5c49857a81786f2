import type { LoaderFunctionArgs } from '@remix-run/node'
import { labTaken } from './lab-taken.server.ts'
import { disposition } from '#app/http/disposition.ts'
import { provisioning } from '#app/participants/lab/provisioning.ts'

/** As `lab.csv`, as JSON. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug, track, lab } = await labTaken(request, context, params.event!, 'lab.json')
  return Response.json(
    { event: slug, track: track?.code ?? '', seats: provisioning(lab) },
    {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': disposition(`${slug}-lab.json`, { fallback: 'lab.json' }),
      },
    },
  )
}
