import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { releaseVersion, seenOfProgramme } from '#app/programme/versions/release-version.server.ts'
import { changesSince, listVersions, VERSIONS_PER_PAGE } from '#app/programme/versions/versions.server.ts'
import { ChangeList } from '#app/ui/event/change-list.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { optionalText } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('release.title'))

const schema = z.object({ note: optionalText(2000), seen: z.string().default('') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const since = await changesSince(db, event.id)
  const pageCount = Math.max(1, Math.ceil(since.number / VERSIONS_PER_PAGE))
  const asked = Number(new URL(request.url).searchParams.get('page'))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pageCount) : 1
  const versions = await listVersions(db, event.id, page)
  return {
    number: since.number,
    changes: since.changes,
    count: since.now.sessions.length,
    seen: seenOfProgramme(since.number, since.now),
    zone: since.now.zone,
    versions: versions.map(({ changes, ...version }) => ({ ...version, changes: changes.length })),
    page,
    pageCount,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const form = await readForm(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const released = await releaseVersion(context.services.db, {
    eventId: event.id,
    ...parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!released.ok) return refused(form, released.refusals)
  return seeOther(context, `/organize/${event.slug}/programme/versions/${released.value.number}`)
}

export default function ProgrammeVersions() {
  const { number, changes, count, seen, zone, versions, page, pageCount } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status } = useDesk()
  const { t, path, language } = usePage()
  const base = path(`/organize/${slug}/programme/versions`)
  const canRelease = changes ? changes.length > 0 : count > 0
  return (
    <>
      <PageHead form={form} title={t('release.title')} lead={t('release.lead')} />
      {status === 'draft' && <Note>{t('release.draft')}</Note>}
      <section aria-labelledby="since" className="flow after">
        <h2 id="since">{changes ? t('release.since', { number }) : t('release.number', { number: 1 })}</h2>
        {changes === null && <p>{t(count > 0 ? 'release.none' : 'release.empty')}</p>}
        {changes?.length === 0 && <p>{t('release.nothing', { number })}</p>}
        {changes && changes.length > 0 && <ChangeList changes={changes} zone={zone} />}
        {canRelease && (
          <form method="post" className="flow">
            <input type="hidden" name="seen" value={seen} />
            <TextArea
              form={form}
              name="note"
              label={t('release.note')}
              hint={t('release.noteHint')}
              rows={3}
              isOptional
            />
            <p className="mute">{t('release.quiet')}</p>
            <p className="row">
              <button className="go">{t('release.next', { number: number + 1 })}</button>
            </p>
          </form>
        )}
      </section>
      {versions.length > 0 && (
        <section aria-labelledby="list" className="flow after">
          <h2 id="list">{t('release.list')}</h2>
          <ul role="list" className="flow wide">
            {versions.map((version) => (
              <li key={version.number}>
                <a href={`${base}/${version.number}`}>
                  <b>{t('release.number', { number: version.number })}</b>
                </a>
                {' · '}
                {formatMoment(version.releasedAt, zone, language)}
                {' · '}
                {version.number === 1
                  ? t('release.sessions', { count: version.sessions })
                  : t('release.changes', { count: version.changes })}
                {version.note !== '' && (
                  <div>
                    <bdi>{version.note}</bdi>
                  </div>
                )}
              </li>
            ))}
          </ul>
          <Pages page={page} pageCount={pageCount} addressOf={(number) => `${base}?page=${number}`} />
        </section>
      )}
    </>
  )
}
