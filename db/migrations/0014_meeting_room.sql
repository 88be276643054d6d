CREATE TABLE "other_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seat_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"door" text NOT NULL,
	"readiness" jsonb NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"code_asked_at" timestamp (3) with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"seat_id" uuid NOT NULL,
	"text" text NOT NULL,
	"file_hash" text,
	"file_name" text,
	"file_type" text,
	"file_bytes" integer,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_message_file" CHECK (num_nulls("chat_message"."file_hash", "chat_message"."file_name", "chat_message"."file_type", "chat_message"."file_bytes") IN (0, 4))
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"recording_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"is_yes" boolean,
	"withdrawn_at" timestamp (3) with time zone,
	"wording_version" integer NOT NULL,
	"locale" text NOT NULL,
	CONSTRAINT "consent_recording_id_seat_id_pk" PRIMARY KEY("recording_id","seat_id"),
	CONSTRAINT "consent_answer" CHECK (("consent"."answered_at" IS NULL) = ("consent"."is_yes" IS NULL)),
	CONSTRAINT "consent_withdrawal" CHECK ("consent"."withdrawn_at" IS NULL OR "consent"."is_yes")
);
--> statement-breakpoint
CREATE TABLE "recording" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"ended_by" uuid,
	CONSTRAINT "recording_end" CHECK (("recording"."ended_at" IS NULL) = ("recording"."end_reason" IS NULL))
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "locked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "checked" jsonb;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "device_hash" text;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "warm_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "connect_faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "hold" jsonb;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "hand_raised_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "other_device" ADD CONSTRAINT "other_device_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat" ADD CONSTRAINT "chat_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_message" ADD CONSTRAINT "chat_message_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_message" ADD CONSTRAINT "chat_message_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_recording_id_recording_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recording"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording" ADD CONSTRAINT "recording_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording" ADD CONSTRAINT "recording_asked_by_seat_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording" ADD CONSTRAINT "recording_ended_by_seat_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."seat"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "other_device_secret" ON "other_device" USING btree ("seat_id","secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_message_order" ON "chat_message" USING btree ("meeting_id","number");--> statement-breakpoint
CREATE INDEX "consent_meeting" ON "consent" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recording_open" ON "recording" USING btree ("meeting_id") WHERE "recording"."ended_at" IS NULL;--> statement-breakpoint
CREATE INDEX "recording_meeting" ON "recording" USING btree ("meeting_id","asked_at");