/** A use case either gives a value or refuses for a named reason. Anything else throws. */
export type Result<Value, Reason extends string> = Ok<Value> | Refusal<Reason>

export type Ok<Value> = { ok: true; value: Value }
export type Refusal<Reason extends string> = { ok: false; reason: Reason }

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value }
}

export function refuse<Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason }
}
