import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PostgresPrograms, SystemUser } from './postgres-programs.ts'

const run = promisify(execFile)

/** All that PostgreSQL gets to know of our environment: no setting, no secret. */
export const POSTGRES_ENV: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' }

type Place = { folder: string; programs: PostgresPrograms; user: SystemUser; password: string }

/**
 * Makes a cluster in the empty `folder`, with a role `fremmode` that owns a database of the same name.
 * That role is no superuser, and the superuser has no password: nobody can sign in as it.
 * @throws {Error} with what initdb said.
 */
export async function initializeCluster({ folder, programs, user, password }: Place): Promise<void> {
  await run(programs.initdb, [
    `--pgdata=${folder}`, '--username=superuser', '--auth-local=reject', '--auth-host=scram-sha-256',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
  ], { ...user, cwd: '/', env: POSTGRES_ENV })
  await runAlone({ folder, programs, user }, [
    `CREATE ROLE fremmode LOGIN CREATEDB PASSWORD '${password}'`,
    'CREATE DATABASE fremmode OWNER fremmode',
  ])
}

/** Gives the role `fremmode` another password, while no server runs on the cluster. */
export async function setOwnerPassword({ folder, programs, user, password }: Place): Promise<void> {
  await runAlone({ folder, programs, user }, [`ALTER ROLE fremmode PASSWORD '${password}'`])
}

/** PostgreSQL without network, for one process: each line is a command. */
async function runAlone({ folder, programs, user }: Omit<Place, 'password'>, commands: string[]): Promise<void> {
  const words = ['--single', '-D', folder, '-c', 'exit_on_error=on', '-c', 'log_min_error_statement=panic', 'postgres']
  const running = run(programs.postgres, words, { ...user, cwd: '/', env: POSTGRES_ENV })
  running.child.stdin?.end(`${commands.join('\n')}\n`)
  await running
}
