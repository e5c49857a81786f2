// The house's own rules for oxlint (jsPlugins in .oxlintrc.json); what they say is in rooms.ts and ambient.ts.
import { relative } from 'node:path'
import { isAmbientClock, mayReadClock, mayReadEnvironment } from './ambient.ts'
import { refuseImport } from './rooms.ts'
import type { Context, Node, Rule } from './oxlint-plugin.ts'

const rooms: Rule = {
  create(context) {
    const file = fileOf(context)
    const check = (node: Node) => {
      if (typeof node.source?.value !== 'string') return
      const why = refuseImport(file, node.source.value, node.importKind === 'type' || node.exportKind === 'type')
      if (why) context.report({ node: node.source, message: why })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

const time: Rule = {
  create(context) {
    if (mayReadClock(fileOf(context))) return {}
    const check = (node: Node) => {
      if (isAmbientClock(node))
        context.report({
          node,
          message: '`now` is an argument: only app/adapters/clock.ts reads the clock, so that tests can.',
        })
    }
    return { NewExpression: check, CallExpression: check }
  },
}

const environment: Rule = {
  create(context) {
    if (mayReadEnvironment(fileOf(context))) return {}
    return {
      MemberExpression(node) {
        if (node.object?.name === 'process' && node.property?.name === 'env') {
          context.report({
            node,
            message:
              'The environment is read once, in app/config.server.ts, where it is checked; take the setting as an argument.',
          })
        }
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { rooms, time, environment } }

function fileOf(context: Context): string {
  return relative(context.cwd, context.filename).replaceAll('\\', '/')
}
