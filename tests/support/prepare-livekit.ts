/** Finds the LiveKit server's program or builds it, so that no test has to wait for that. Ends with 1 and a remedy when it can't. */
import { join } from 'node:path'
import { personalFolder } from '#app/platform/env.server.ts'
import { findProgram } from '../../livekit/program.ts'

const found = await findProgram(join(personalFolder('cache'), 'fremmode'), {
  onBuilding: (seconds) => console.log(`LiveKit is being built: ${seconds} s`),
  signal: AbortSignal.timeout(14 * 60_000),
})
console.log(found.path ?? found.remedy)
process.exit(found.path === null ? 1 : 0)
