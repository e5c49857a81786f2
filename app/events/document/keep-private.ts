import type { EventDocument } from './schema.ts'

/** A document without a private part leaves what is private as it is. */
export function keepPrivate(document: EventDocument, current: EventDocument | undefined): EventDocument {
  const known = current?.private
  if (document.private || !known) return document
  const open = new Set(document.quotas.map((quota) => quota.key))
  const named = new Set(known.quotas.map((quota) => quota.key))
  const asked = new Set(document.questions.map((question) => question.code))
  return {
    ...document,
    private: {
      ...known,
      quotas: [
        ...known.quotas.filter((quota) => open.has(quota.key) || quota.size !== undefined),
        ...document.quotas.flatMap(({ key }) => (named.has(key) ? [] : [{ key, name: key, overBy: 0 }])),
      ],
      questions: known.questions.filter((question) => asked.has(question.code) || question.hidden),
    },
  }
}
