CREATE TABLE "township_services" (
	"township" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"standard_since" date,
	CONSTRAINT "township_services_township_kind_pk" PRIMARY KEY("township","kind")
);
--> statement-breakpoint
ALTER TABLE "township_services" ADD CONSTRAINT "township_services_township_divisions_code_fk" FOREIGN KEY ("township") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;