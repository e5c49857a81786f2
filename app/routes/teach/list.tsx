import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { askedSignInSheet } from './sign-in-sheet.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'paper' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('onPaper.signInOf', { event: args.data?.title ?? '' }) }))

/** The sign-in sheet for the browser to print: the same sheet as the PDF, under the same code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { sheet, event, title } = await askedSignInSheet(request, context, params.event!)
  const shown = await findEventForEditing(context.services.db, event.id, context.language)
  return { sheet, slug: event.slug, mark: shown!.mark, title }
}

export default function SignInSheet() {
  const { sheet, slug, mark } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const { search } = useLocation()
  const { rows, boxes, head } = sheet
  return (
    <main id="main" data-series={seriesOf(mark)}>
      <p className="note noprint">
        {t('onPaper.made')} <a href={path(`/teach/${slug}/paper/sign-in.pdf${search}`)}>{t('onPaper.orPdf')}</a>.{' '}
        <a href={path(`/teach/${slug}/paper`)}>{t('onPaper.toPaper')}</a>
      </p>
      <header className="row ends sheethead">
        <div>
          <p className="kind">
            <bdi>{sheet.kicker}</bdi>
          </p>
          <h1>{sheet.heading}</h1>
        </div>
        <p>
          {sheet.beside.map((line) => (
            <span key={line}>
              <bdi>{line}</bdi>
              <br />
            </span>
          ))}
        </p>
      </header>
      <div className="scroll" role="group" aria-label={t('onPaper.signIn')} tabIndex={0}>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col" className="num">
                #
              </th>
              <th scope="col">{head.name}</th>
              <th scope="col">{head.country}</th>
              {head.extra !== '' && <th scope="col">{head.extra}</th>}
              {boxes.map((box) => (
                <th scope="col" key={box}>
                  {box}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((person, at) => (
              <tr key={at}>
                <td className="num">{at + 1}</td>
                <th scope="row">
                  <bdi>{person.name}</bdi>
                  {person.latinName !== '' && (
                    <>
                      <br />
                      <small>
                        <bdi>{person.latinName}</bdi>
                      </small>
                    </>
                  )}
                </th>
                <td>{person.country}</td>
                {head.extra !== '' && <td>{person.extra}</td>}
                {boxes.map((box) => (
                  <td className="box" key={box} />
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            {Array.from({ length: sheet.walkIns }, (_, at) => (
              <tr key={at}>
                <td className="num">{rows.length + at + 1}</td>
                <th scope="row">
                  <small>{sheet.walkIn}</small>
                </th>
                <td />
                {head.extra !== '' && <td />}
                {boxes.map((box) => (
                  <td className="box" key={box} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="row ends after">
        <p className="hint">{sheet.foot}</p>
        <p className="hint">{sheet.present}</p>
      </footer>
    </main>
  )
}
