import { parseArgs } from 'node:util'

/** What was typed does not fit the subcommand; the message is the sentence to say. */
export class UsageError extends Error {
  constructor(sentence: string, usage: string) {
    super(`${sentence}\n\n${usage.trim()}`)
    this.name = 'UsageError'
  }
}

/** The arguments of a subcommand that takes so many and no option. */
export function plainArguments(args: string[], usage: string, minimum: number, maximum = minimum): string[] {
  let positionals: string[]
  try {
    positionals = parseArgs({ args, allowPositionals: true, strict: true, options: {} }).positionals
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]!, usage)
  }
  if (positionals.length < minimum) throw new UsageError('Something is missing.', usage)
  if (positionals.length > maximum) throw new UsageError(`“${positionals[maximum]}” is one too many.`, usage)
  return positionals
}

/** An e-mail address among the arguments. */
export function emailArgument(args: string[], usage: string): string {
  const [email] = plainArguments(args, usage, 1)
  if (!/^[^\s@]+@[^\s@]+$/.test(email!)) throw new UsageError(`“${email}” is no e-mail address.`, usage)
  return email!
}
