import { inArray, sql } from 'drizzle-orm'
import { transaction, type Transaction } from '#db/client.server.ts'
import { workerPool } from '#db/schema.server.ts'

/**
 * Frees what killed processes had in hand. A process holds an advisory lock for its pool of workers;
 * where that lock is free, nobody works any more. `living` are workers known to live: those of this process.
 */
export async function freeDeadPools(living: readonly string[]): Promise<void> {
  await transaction(async (tx) => {
    const dead: string[] = []
    for (const [poolId, workerIds] of await listPools(tx)) {
      if (workerIds.some((workerId) => living.includes(workerId))) continue
      if (await isLockFree(tx, poolId)) dead.push(...workerIds)
    }
    await free(tx, dead)
  })
}

/** Frees the jobs and queues of workers that have ended, and forgets the workers. */
export async function freeWorkers(workerIds: readonly string[]): Promise<void> {
  await transaction((tx) => free(tx, workerIds))
}

async function listPools(tx: Transaction): Promise<Map<string, string[]>> {
  const pools = new Map<string, string[]>()
  for (const { poolId, workerId } of await tx.select().from(workerPool)) {
    pools.set(poolId, [...(pools.get(poolId) ?? []), workerId])
  }
  return pools
}

/** Held to the end of the transaction, so that two processes never free the same pool. */
async function isLockFree(tx: Transaction, poolId: string): Promise<boolean> {
  const [row] = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended(${poolId}, 0)) as free`)
  return row?.free === true
}

/** A try that was cut short was no answer: if it was the last, there is one more. */
async function free(tx: Transaction, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return
  const ids = sql`array[${sql.join(workerIds.map((workerId) => sql`${workerId}`), sql`, `)}]::text[]`
  const spent = await tx.execute<{ id: string; again: number }>(sql`select id, max_attempts - 1 as again
    from graphile_worker.jobs where locked_by = any(${ids}) and attempts >= max_attempts`)
  await tx.execute(sql`select graphile_worker.force_unlock_workers(${ids})`)
  for (const { id, again } of spent) {
    await tx.execute(sql`select graphile_worker.reschedule_jobs(array[${id}]::bigint[], attempts => ${again}::int)`)
  }
  await tx.delete(workerPool).where(inArray(workerPool.workerId, [...workerIds]))
}
