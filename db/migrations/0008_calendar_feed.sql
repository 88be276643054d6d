CREATE TABLE "calendar_feed" (
	"host_id" uuid PRIMARY KEY NOT NULL,
	"link_generation" integer DEFAULT 1 NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;