CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "done_step" (
	"meeting_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "done_step_meeting_id_entry_id_pk" PRIMARY KEY("meeting_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "next_meeting" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"offered_at" timestamp (3) with time zone,
	"proposed" timestamp (3) with time zone[] DEFAULT '{}' NOT NULL,
	"booked_meeting_id" uuid,
	"carried" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "next_meeting_proposed" CHECK (cardinality("next_meeting"."proposed") <= 3)
);
--> statement-breakpoint
CREATE TABLE "step_reminder" (
	"meeting_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"day" date NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "step_reminder_seat_id_entry_id_day_pk" PRIMARY KEY("seat_id","entry_id","day")
);
--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "done_step" ADD CONSTRAINT "done_step_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "done_step" ADD CONSTRAINT "done_step_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_meeting" ADD CONSTRAINT "next_meeting_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_meeting" ADD CONSTRAINT "next_meeting_booked_meeting_id_meeting_id_fk" FOREIGN KEY ("booked_meeting_id") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_reminder" ADD CONSTRAINT "step_reminder_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_reminder" ADD CONSTRAINT "step_reminder_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "correction_version" ON "correction" USING btree ("meeting_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "next_meeting_booked" ON "next_meeting" USING btree ("booked_meeting_id");--> statement-breakpoint
CREATE INDEX "step_reminder_meeting" ON "step_reminder" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "step_reminder_due" ON "step_reminder" USING btree ("due_at") WHERE "step_reminder"."settled_at" IS NULL;