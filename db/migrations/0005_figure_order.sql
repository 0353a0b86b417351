DROP INDEX "measurements_by_division";--> statement-breakpoint
CREATE INDEX "measurements_by_indicator" ON "measurements" USING btree ("indicator","division");--> statement-breakpoint
CREATE INDEX "township_measurements_by_division" ON "township_measurements" USING btree ("indicator","division","month","known","change");