CREATE TABLE "busy_time" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"source" text DEFAULT 'own' NOT NULL,
	"title" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "busy_time_in_order" CHECK ("busy_time"."starts_at" < "busy_time"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "date_override" (
	"schedule_id" uuid NOT NULL,
	"date" date NOT NULL,
	"windows" jsonb NOT NULL,
	CONSTRAINT "date_override_schedule_id_date_pk" PRIMARY KEY("schedule_id","date")
);
--> statement-breakpoint
CREATE TABLE "schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"first_date" date NOT NULL,
	"last_date" date NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_off_in_order" CHECK ("time_off"."first_date" <= "time_off"."last_date")
);
--> statement-breakpoint
CREATE TABLE "travel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"first_date" date NOT NULL,
	"last_date" date NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "travel_in_order" CHECK ("travel"."first_date" <= "travel"."last_date")
);
--> statement-breakpoint
CREATE TABLE "worked_holiday" (
	"host_id" uuid NOT NULL,
	"holiday" text NOT NULL,
	CONSTRAINT "worked_holiday_host_id_holiday_pk" PRIMARY KEY("host_id","holiday")
);
--> statement-breakpoint
CREATE TABLE "type_host" (
	"type_id" uuid NOT NULL,
	"host_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"weight" integer DEFAULT 1 NOT NULL,
	"schedule_id" uuid,
	CONSTRAINT "type_host_type_id_host_id_pk" PRIMARY KEY("type_id","host_id"),
	CONSTRAINT "type_host_weight" CHECK ("type_host"."weight" > 0)
);
--> statement-breakpoint
ALTER TABLE "weekly_window" DROP CONSTRAINT "weekly_window_host_id_consultant_id_fk";
--> statement-breakpoint
DROP INDEX "weekly_window_host";--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "schedule_id" uuid;--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "other_durations" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "notice_counts" text DEFAULT 'elapsed' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "horizon_date" date;--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "max_per_company_day" integer;--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "max_per_company_week" integer;--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "needs_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_type" ADD COLUMN "assign" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "weekly_window" ADD COLUMN "schedule_id" uuid;--> statement-breakpoint
-- The hours that are there become those of each host's default schedule.
INSERT INTO "schedule" ("id", "host_id", "is_default") SELECT gen_random_uuid(), "id", true FROM "consultant";--> statement-breakpoint
UPDATE "weekly_window" SET "schedule_id" = "schedule"."id" FROM "schedule" WHERE "schedule"."host_id" = "weekly_window"."host_id";--> statement-breakpoint
ALTER TABLE "weekly_window" ALTER COLUMN "schedule_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "consultant" ADD COLUMN "max_per_day" integer;--> statement-breakpoint
ALTER TABLE "consultant" ADD COLUMN "max_per_week" integer;--> statement-breakpoint
ALTER TABLE "busy_time" ADD CONSTRAINT "busy_time_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_override" ADD CONSTRAINT "date_override_schedule_id_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedule"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel" ADD CONSTRAINT "travel_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worked_holiday" ADD CONSTRAINT "worked_holiday_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "type_host" ADD CONSTRAINT "type_host_type_id_meeting_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."meeting_type"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "type_host" ADD CONSTRAINT "type_host_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "type_host" ADD CONSTRAINT "type_host_schedule_id_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedule"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "busy_time_host_span" ON "busy_time" USING gist ("host_id",tstzrange(starts_at, ends_at));--> statement-breakpoint
CREATE INDEX "schedule_host" ON "schedule" USING btree ("host_id");--> statement-breakpoint
CREATE UNIQUE INDEX "schedule_one_default" ON "schedule" USING btree ("host_id") WHERE "schedule"."is_default";--> statement-breakpoint
CREATE INDEX "time_off_host_last" ON "time_off" USING btree ("host_id","last_date");--> statement-breakpoint
CREATE INDEX "travel_host_last" ON "travel" USING btree ("host_id","last_date");--> statement-breakpoint
CREATE INDEX "type_host_host" ON "type_host" USING btree ("host_id");--> statement-breakpoint
ALTER TABLE "meeting_type" ADD CONSTRAINT "meeting_type_schedule_id_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedule"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_window" ADD CONSTRAINT "weekly_window_schedule_id_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedule"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "weekly_window_schedule" ON "weekly_window" USING btree ("schedule_id");--> statement-breakpoint
CREATE INDEX "meeting_host_created" ON "meeting" USING btree ("host_id","created_at");--> statement-breakpoint
ALTER TABLE "weekly_window" DROP COLUMN "host_id";