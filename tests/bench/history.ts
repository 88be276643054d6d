import type postgres from 'postgres'

/**
 * Meetings that were held long ago, an hour apart, of the first kind of meeting. The last days before today are read
 * whatever lies behind, for weekly caps, so they stay as they are.
 */
export async function fillHistory(sql: postgres.Sql, count: number): Promise<void> {
  await sql`CREATE TEMP TABLE past AS
    SELECT gen_random_uuid() AS meeting_id, gen_random_uuid() AS seat_id, type.id AS type_id, type.host_id,
      date_trunc('hour', now()) - (number + 720) * interval '1 hour' AS starts_at, number
    FROM generate_series(1, ${count}::int) AS number
    CROSS JOIN (SELECT id, host_id FROM meeting_type ORDER BY position LIMIT 1) AS type`
  await sql`CREATE TEMP TABLE past_person AS SELECT gen_random_uuid() AS id, number FROM generate_series(0, 4999) AS number`
  await sql`INSERT INTO person (id, name, email, locale, time_zone)
    SELECT id, 'Gæst ' || number, 'past-' || number || '@example.com', 'da', 'Europe/Copenhagen' FROM past_person`
  await sql`INSERT INTO meeting (id, host_id, type_id, title, locale, starts_at, ends_at, state, room_name, ics_uid, ics_stamped_at)
    SELECT meeting_id, host_id, type_id, 'Et første møde', 'da', starts_at, starts_at + interval '30 minutes', 'ended',
      'past-' || meeting_id, meeting_id || '@past', starts_at FROM past`
  await sql`INSERT INTO seat (id, meeting_id, role, person_id, name, email, locale, time_zone, identity)
    SELECT past.seat_id, past.meeting_id, 'guest', past_person.id, 'Gæst', 'past-' || past_person.number || '@example.com', 'da',
      'Europe/Copenhagen', 'past-' || past.seat_id FROM past JOIN past_person ON past_person.number = past.number % 5000`
  await sql`INSERT INTO booking (id, meeting_id, type_id, person_id, seat_id, diagnosis, locale, time_zone, idempotency_key)
    SELECT gen_random_uuid(), past.meeting_id, past.type_id, past_person.id, past.seat_id, 'theory-into-practice', 'da', 'Europe/Copenhagen',
      gen_random_uuid() FROM past JOIN past_person ON past_person.number = past.number % 5000`
  await sql`INSERT INTO occupied_time (id, host_id, meeting_id, type_id, starts_at, ends_at, buffer_before_minutes, buffer_after_minutes,
      occupied, state)
    SELECT gen_random_uuid(), host_id, meeting_id, type_id, starts_at, starts_at + interval '30 minutes', 0, 15,
      tstzrange(starts_at, starts_at + interval '45 minutes'), 'confirmed' FROM past`
  // What PostgreSQL would do by and by in the background is done at once, so that it is not measured as the page's.
  await sql`VACUUM ANALYZE`
}
