import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileAnswer } from './file-answer.ts'

export const loader = (given: LoaderFunctionArgs) => fileAnswer('payments', given)
