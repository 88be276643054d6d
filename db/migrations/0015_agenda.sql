CREATE TABLE "agenda_note" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"state" "bytea" NOT NULL,
	"log_bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_digest" (
	"meeting_id" uuid NOT NULL,
	"side" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"base" jsonb,
	"base_version" integer DEFAULT 0 NOT NULL,
	"since" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "agenda_digest_meeting_id_side_pk" PRIMARY KEY("meeting_id","side")
);
--> statement-breakpoint
CREATE TABLE "agenda_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid,
	"meeting_id" uuid,
	"seat_id" uuid,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_file_owner" CHECK (num_nonnulls("agenda_file"."host_id", "agenda_file"."meeting_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "host_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"questions" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "host_note_place" UNIQUE NULLS NOT DISTINCT("meeting_id","item_id")
);
--> statement-breakpoint
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
CREATE TABLE "mirror_choice" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mirror_count" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"counter_id" uuid,
	"last_number" integer DEFAULT 0 NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mirror_share" (
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"seat_id" uuid NOT NULL,
	"spoken_ms" integer NOT NULL,
	CONSTRAINT "mirror_share_place" UNIQUE NULLS NOT DISTINCT("meeting_id","item_id","seat_id"),
	CONSTRAINT "mirror_share_spoken" CHECK ("mirror_share"."spoken_ms" >= 0)
);
--> statement-breakpoint
ALTER TABLE "chat_message" ADD COLUMN "item_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_note" ADD CONSTRAINT "agenda_note_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_digest" ADD CONSTRAINT "agenda_digest_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_note" ADD CONSTRAINT "host_note_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "done_step" ADD CONSTRAINT "done_step_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "done_step" ADD CONSTRAINT "done_step_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_meeting" ADD CONSTRAINT "next_meeting_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_meeting" ADD CONSTRAINT "next_meeting_booked_meeting_id_meeting_id_fk" FOREIGN KEY ("booked_meeting_id") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_reminder" ADD CONSTRAINT "step_reminder_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_reminder" ADD CONSTRAINT "step_reminder_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_choice" ADD CONSTRAINT "mirror_choice_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_count" ADD CONSTRAINT "mirror_count_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_share" ADD CONSTRAINT "mirror_share_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_share" ADD CONSTRAINT "mirror_share_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_file_meeting" ON "agenda_file" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "agenda_file_host" ON "agenda_file" USING btree ("host_id");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_version" ON "correction" USING btree ("meeting_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "next_meeting_booked" ON "next_meeting" USING btree ("booked_meeting_id");--> statement-breakpoint
CREATE INDEX "step_reminder_meeting" ON "step_reminder" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "step_reminder_due" ON "step_reminder" USING btree ("due_at") WHERE "step_reminder"."settled_at" IS NULL;