import { notFound } from '#app/http/answers.ts'

export function loader() {
  throw notFound()
}
