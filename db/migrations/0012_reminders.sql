CREATE TABLE "reminder" (
	"meeting_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"minutes_before" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "reminder_seat_id_starts_at_minutes_before_pk" PRIMARY KEY("seat_id","starts_at","minutes_before")
);
--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "reminder_minutes" integer[] DEFAULT '{1440,60}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "channel" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "waiting_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "late_minutes" integer;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_meeting" ON "reminder" USING btree ("meeting_id","settled_at");--> statement-breakpoint
CREATE INDEX "reminder_due" ON "reminder" USING btree ("due_at") WHERE "reminder"."settled_at" IS NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_answer" CHECK (("seat"."late_minutes" IS NULL) = ("seat"."answered_at" IS NULL) AND "seat"."late_minutes" >= 0);
--> statement-breakpoint
-- What was agreed on before gets its reminders too, those that are not due yet.
INSERT INTO "reminder" ("meeting_id", "seat_id", "starts_at", "minutes_before", "due_at")
SELECT "meeting"."id", "seat"."id", "meeting"."starts_at", "lead", "meeting"."starts_at" - "lead" * interval '1 minute'
FROM "meeting" JOIN "seat" ON "seat"."meeting_id" = "meeting"."id" AND "seat"."role" = 'guest' AND "seat"."withdrawn_at" IS NULL
CROSS JOIN LATERAL unnest(CASE WHEN "seat"."person_id" IS NULL THEN '{1440,60}'::integer[] ELSE '{1440,60,-5}'::integer[] END) AS "lead"
WHERE "meeting"."state" = 'scheduled' AND NOT "meeting"."is_demo" AND "meeting"."starts_at" - "lead" * interval '1 minute' > now();
