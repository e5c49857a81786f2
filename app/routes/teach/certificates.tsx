import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CertificatesProof } from './certificates-proof.tsx'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { CERTIFICATES_FILE, CERTIFICATES_PAGE } from '#app/certificates/certificate.ts'
import { listStandings } from '#app/certificates/list-standings.server.ts'
import { pageOfStandings } from '#app/certificates/page-of-standings.server.ts'
import { countPrintable } from '#app/certificates/print-certificates.server.ts'
import { signOff } from '#app/certificates/sign-off.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('certificate.proof.title') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const scope = { eventId: event.id, trackIds }
  const address = new URL(request.url).searchParams
  const [{ page, count, people }, printable, { tracks }, frame] = await Promise.all([
    pageOfStandings(db, { ...scope, show: '', page: pageNumber(address.get('page')), now: context.now }),
    countPrintable(db, scope),
    listNames(db, { eventId: event.id }, context.language),
    teachFrame(context, scope),
  ])
  return {
    frame,
    page,
    count,
    parts: printable === 0 ? 0 : pageCount(printable, CERTIFICATES_FILE),
    people,
    titles: Object.fromEntries(tracks.map(({ id, title }) => [id, title])),
    done: address.has('done') ? Number(address.get('done')) || 0 : null,
  }
}

/** Signs off those who were ticked; whoever is of another track is passed over. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, trackIds, signedIn } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const ticked = [...new Set(form.getAll('person').map(String))].slice(0, CERTIFICATES_PAGE)
  const own = await listStandings(db, { eventId: event.id, trackIds, registrationIds: ticked, now: context.now })
  const registrationIds = own.map(({ registrationId }) => registrationId)
  const input = { eventId: event.id, registrationIds, isOn: true, accountId: signedIn.accountId, now: context.now }
  const done = await signOff(db, input)
  if (!done.ok) return data({ form: refusedForm(form, done.refusals) }, { status: 503 })
  const typed = form.get('page')
  const page = pageNumber(typeof typed === 'string' ? typed : null)
  return seeOther(context, `/teach/${event.slug}/certificates?page=${page}&done=${done.value.changed}`)
}

/** Every name of one's tracks as it will stand, to be read over and signed off. */
export default function Certificates() {
  const { frame, page, count, parts, people, titles, done } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/certificates`
  return (
    <Frame frame={frame}>
      <ErrorSummary form={form} />
      <div className="row ends">
        <div>
          <h1>{t('certificate.proof.title')}</h1>
          <p className="mute">{t('certificate.proof.lead')}</p>
        </div>
        {parts > 0 && (
          <p className="row noprint">
            {Array.from({ length: parts }, (_, at) => (
              <a key={at} className="btn" href={path(`${base}.pdf?part=${at + 1}`)}>
                {t('certificate.proof.print')}
                {parts > 1 && ` ${at + 1}/${parts}`}
              </a>
            ))}
          </p>
        )}
      </div>
      {done !== null && (
        <Note is="ok">
          <p role="status">{t('certificate.proof.done', { count: done })}</p>
        </Note>
      )}
      {people.length === 0 ? (
        <Empty title={t('certificate.list.none')} level="h2">
          <p>{t('certificate.list.nobodyWhy')}</p>
        </Empty>
      ) : (
        <CertificatesProof people={people} titles={titles} base={base} page={page} />
      )}
      <Pages
        page={page}
        pageCount={pageCount(count, CERTIFICATES_PAGE)}
        addressOf={(number) => path(`${base}?page=${number}`)}
      />
    </Frame>
  )
}
