import { readdirSync } from 'node:fs'

/** What every file of bin/admin exports; `usage` begins with the line that shows how it is called. */
export interface Subcommand {
  usage: string
  /** A number is the exit code; a thrown error is told as a sentence. */
  run(args: string[]): Promise<number | void>
}

const folder = new URL('./admin/', import.meta.url)
const [name, ...args] = process.argv.slice(2)
process.exitCode = await main()

async function main(): Promise<number> {
  const names = subcommandNames()
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    console.log(await overview(names))
    return name ? 0 : 2
  }
  if (!names.includes(name)) {
    console.error(`There is no “${name}”.\n\n${await overview(names)}`)
    return 2
  }
  const subcommand = await load(name)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(subcommand.usage.trim())
    return 0
  }
  try {
    return (await subcommand.run(args)) ?? 0
  } catch (error) {
    console.error(process.env.DEBUG ? error : (error as Error).message)
    return 1
  }
}

function subcommandNames(): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -3))
      .toSorted()
  } catch {
    return []
  }
}

async function overview(names: string[]): Promise<string> {
  const usages = await Promise.all(names.map(async (name) => (await load(name)).usage.trim().split('\n')[0]!))
  return ['npm run admin -- SUBCOMMAND …', '', ...usages.map((usage) => `  ${usage}`), '', 'Each takes --help.'].join(
    '\n',
  )
}

async function load(name: string): Promise<Subcommand> {
  return (await import(new URL(`${name}.ts`, folder).href)) as Subcommand
}
