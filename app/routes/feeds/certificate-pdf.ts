import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificatePaper } from '#app/certificates/certificate-sheet.ts'
import { activeCertificate } from '#app/certificates/own-certificate.server.ts'
import { notFound } from '#app/http/answers.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { keyedSeat } from '#app/registrations/naming/keyed-seat.server.ts'
import { isSeatKey } from '#app/registrations/order-key.ts'
import { parseCode } from '#app/values/code.ts'

/** One person's certificate on paper, for whoever has the key of their seat. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config, printer } = context.services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const seat = await keyedSeat(db, parseCode(params.code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isSeatKey(config.secret, seat ?? { id: '', personId: '', keyVersion: 0 }, key)
  const issued = seat && isTheirs ? await activeCertificate(db, seat.id) : null
  if (!issued) throw notFound()
  const { serial, signature: jws, content } = issued
  const paper = certificatePaper(content, { serial, jws, baseUrl: config.baseUrl })
  return pdfAnswer(await printer.certificates({ certificates: [paper] }), `certificate-${serial}.pdf`)
}
