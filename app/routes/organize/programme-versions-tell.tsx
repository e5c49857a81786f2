import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { TellReaders } from './programme-versions-readers.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { findVersion } from '#app/programme/versions/versions.server.ts'
import { newsOfVersion } from '#app/registrations/programme-news/news-of-version.server.ts'
import { previewLetter } from '#app/registrations/programme-news/preview-letter.server.ts'
import { tellOfVersion } from '#app/registrations/programme-news/tell-of-version.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ChangeList } from '#app/ui/event/change-list.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('release.tell.title'))

const READERS_PER_PAGE = 50

/** Whom a version concerns and what each of them will read; nothing is stored by looking. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db, config } = context.services
  const number = /^\d{1,9}$/.test(params.version!) ? Number(params.version) : 0
  const version = { eventId: event.id, number }
  const news = await newsOfVersion(db, version)
  if (!news && !(await findVersion(db, event.id, number))) throw notFound()
  const readers = news?.readers ?? []
  const query = new URL(request.url).searchParams
  const pageCount = Math.max(1, Math.ceil(readers.length / READERS_PER_PAGE))
  const page = Math.min(Math.max(Math.trunc(Number(query.get('page'))) || 1, 1), pageCount)
  const chosen = readers.find(({ id }) => id === query.get('reader')) ?? readers[0]
  const letter = chosen ? await previewLetter(db, config, chosen, version) : null
  const languages = Map.groupBy(readers, ({ language }) => language)
  return {
    number,
    zone: news?.zone ?? 'UTC',
    isFirst: news === null,
    isNewest: news?.isNewest ?? false,
    changes: (news?.changes ?? []).map(({ change }) => change),
    concerned: (news?.changes ?? []).map(({ people }) => people),
    total: readers.length,
    told: news?.told ?? 0,
    languages: [...languages].map(([language, of]) => ({ language, count: of.length })),
    readers: readers
      .slice((page - 1) * READERS_PER_PAGE, page * READERS_PER_PAGE)
      .map(({ id, name, email, language, count }) => ({ id, name, email, language, count })),
    letter: letter && chosen ? { ...letter, name: chosen.name, language: chosen.language } : null,
    page,
    pageCount,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const number = Number(params.version)
  const { db } = context.services
  if (!(await findVersion(db, event.id, number))) throw notFound()
  const form = await readForm(request)
  const told = await tellOfVersion(db, {
    eventId: event.id,
    number,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!told.ok) return refused(form, told.refusals)
  return seeOther(context, `/organize/${event.slug}/programme/versions/${number}/tell`)
}

export default function TellOfVersion() {
  const { number, zone, isFirst, isNewest, changes, concerned, total, told, languages, letter, ...list } =
    useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status } = useDesk()
  const { t, language } = usePage()
  const versions = `/organize/${slug}/programme/versions`
  const why = isFirst
    ? t('release.tell.isFirst')
    : status !== 'published'
      ? t('release.tell.notPublic')
      : !isNewest
        ? t('release.tell.old')
        : total === 0
          ? t('release.tell.nobody')
          : null
  const left = Math.max(0, total - told)
  return (
    <>
      <Crumbs
        trail={[
          { to: versions, label: t('release.title') },
          { to: `${versions}/${number}`, label: t('release.number', { number }) },
          { label: t('release.tell.title') },
        ]}
      />
      <PageHead form={form} title={t('release.tell.title')} lead={t('release.tell.lead')} />
      {told > 0 && (
        <Note is="ok">
          <p>{t('release.tell.sent', { count: told })}</p>
        </Note>
      )}
      {why && <Note>{why}</Note>}
      {total > 0 && (
        <>
          <Kpis items={languages.map((one) => ({ label: languageName(one.language, language), value: one.count }))} />
          <section aria-labelledby="what" className="flow after">
            <h2 id="what">{t('release.tell.changes')}</h2>
            <ChangeList
              changes={changes}
              zone={zone}
              noteOf={(change) => t('release.tell.people', { count: concerned[changes.indexOf(change)] ?? 0 })}
            />
          </section>
          {letter && (
            <section aria-labelledby="mail" className="flow after">
              <h2 id="mail">{t('release.tell.mail', { name: isolate(letter.name) })}</h2>
              <p>
                {t('release.tell.subject')}
                {t('mail.colon')} <b lang={letter.language}>{letter.subject}</b>
              </p>
              <div className="scroll" role="group" aria-labelledby="mail" tabIndex={0}>
                <pre lang={letter.language} dir="auto">
                  {letter.text}
                </pre>
              </div>
              {letter.hasFile && <p className="mute">{t('release.tell.file')}</p>}
            </section>
          )}
          <TellReaders base={`${versions}/${number}/tell`} {...list} />
          {why === null && left > 0 && (
            <form method="post" className="after">
              <p className="row">
                <button className="go">
                  {t(told > 0 ? 'release.tell.rest' : 'release.tell.send', { count: left })}
                </button>
              </p>
            </form>
          )}
        </>
      )}
    </>
  )
}
