import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A home of its own for a program, so that it neither finds nor leaves anything in that of whoever runs the tests. */
export async function givenHome() {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-client-'))
  await mkdir(join(folder, 'run'), { mode: 0o700 })
  const environment: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    // Neither the desktop's settings, nor its network folders.
    GSETTINGS_BACKEND: 'memory',
    GIO_USE_VFS: 'local',
  }
  return { folder, environment, remove: () => rm(folder, { recursive: true, force: true }) }
}
