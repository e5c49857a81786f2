import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { PROOF_TAGS } from './proof-tags.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { findProof } from '#app/registrations/proofs/queries.server.ts'
import { kilobytes } from '#app/ui/file-field.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatMoment } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('question.proofs.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { services, language } = context
  const proof = await findProof(services.db, { eventId: event.id, proofId: params.proof!, language })
  if (!proof) throw notFound()
  return { proof }
}

/** One proof: who, for what, the paper while there is one, and the two decisions. */
export default function Proof() {
  const { proof } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  const address = path(`/organize/${slug}/proofs/${proof.id}`)
  const when = proof.verifiedAt && formatMoment(proof.verifiedAt, zone, language)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('question.proofs.one', { name: isolate(proof.fullName || proof.code) })}</h1>
          <p>
            <Tag is={PROOF_TAGS[proof.state]}>{t(`question.proofs.states.${proof.state}`)}</Tag>{' '}
            <a href={path(`/organize/${slug}/proofs`)}>{t('question.proofs.back')}</a>
          </p>
        </div>
      </div>
      <Leaf id="proof" title={t('question.proofs.of')} isWide>
        <p>
          <b>{t(`question.proofs.eligibility.${proof.eligibility}`)}</b> · {t(`question.proofs.ways.${proof.how}`)} ·{' '}
          <bdi>{proof.ticket}</bdi> · <bdi>{proof.code}</bdi>
        </p>
        <p className="mute">
          {[proof.latinName, proof.affiliation, proof.country && countryName(proof.country, language)]
            .filter(Boolean)
            .join(t('common.listSeparator'))}
        </p>
        {when && (
          <p>
            {proof.verifierName
              ? t('question.proofs.by', { name: isolate(proof.verifierName), when })
              : t('question.proofs.system', { when })}
          </p>
        )}
        {proof.reason && <p>{t('question.proofs.refusedBecause', { reason: isolate(proof.reason) })}</p>}
        {proof.fileId === null ? (
          proof.state === 'waiting' && <p>{t('question.proofs.noPaper')}</p>
        ) : proof.fileErasedAt ? (
          <p>{t('question.proofs.paperGone')}</p>
        ) : (
          <p>
            <a className="btn" href={`${address}/paper`} download>
              {t('question.proofs.look')}
            </a>{' '}
            <small>
              <bdi>{proof.fileName}</bdi> {t('question.fileSize', { size: kilobytes(proof.byteCount ?? 0) })}
            </small>
          </p>
        )}
      </Leaf>
      {proof.state === 'waiting' && (
        <Leaf id="decide" title={t('question.proofs.verify')} isWide>
          <p>{t('question.proofs.verifyLead')}</p>
          <form method="post" action={`${address}/verify`} className="row">
            <button className="go">{t('question.proofs.verify')}</button>{' '}
            <a href={`${address}/refuse`}>{t('question.proofs.refuse')}</a>
          </form>
        </Leaf>
      )}
    </>
  )
}
