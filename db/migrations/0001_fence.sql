-- The application's role: neither owner nor superuser. docs/postgresql.md says how to make it beforehand.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'guatu_app') THEN
		CREATE ROLE guatu_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
	END IF;
	IF NOT pg_has_role(current_user, 'guatu_app', 'usage') THEN
		EXECUTE format('GRANT guatu_app TO %I', current_user);
	END IF;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO guatu_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO guatu_app;--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO guatu_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO guatu_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO guatu_app;--> statement-breakpoint
-- Records of what happened are never rewritten by the application.
REVOKE UPDATE, DELETE ON audits, checklist_steps FROM guatu_app;--> statement-breakpoint
-- Separation of duties by person (security.md 6).
ALTER TABLE checklists ADD CONSTRAINT checklists_not_verified_by_filer CHECK (verified_by IS NULL OR verified_by <> person_id);--> statement-breakpoint
CREATE UNIQUE INDEX appointments_one_administration ON appointments (person_id)
	WHERE duty IN ('system-administrator', 'security-administrator', 'audit-administrator') AND ends_on IS NULL;--> statement-breakpoint
-- The row fence. Settings are made by db/fence.ts with SET LOCAL; unset or empty gives no rows. The sub-selects are
-- evaluated once a query; a range over codes uses the index (a LIKE or a join would not). The list holds townships, or the
-- villages of somebody who serves in several.
DO $$
DECLARE
	fenced record;
	ground text;
	own text;
BEGIN
	FOR fenced IN
		SELECT * FROM (VALUES
			('households', 'division', 'id'), ('members', 'division', 'household_id'), ('incomes', 'division', 'household_id'),
			('assignments', 'division', 'household_id'), ('visits', 'division', 'household_id'), ('housing_cases', 'division', 'household_id'),
			('gardens', 'division', 'household_id'), ('employments', 'division', 'household_id'),
			('villages', 'code', NULL), ('populations', 'division', NULL), ('handovers', 'division', NULL), ('sites', 'division', NULL),
			('parks', 'division', NULL), ('bases', 'division', NULL), ('organizations', 'division', NULL), ('collective_incomes', 'division', NULL),
			('workplaces', 'division', NULL), ('trainings', 'division', NULL), ('job_events', 'division', NULL), ('labour_exports', 'division', NULL),
			('sponsorships', 'division', NULL), ('contributions', 'division', NULL), ('returnee_enterprises', 'division', NULL),
			('allocations', 'division', NULL), ('projects', 'division', NULL), ('evaluations', 'division', NULL),
			('checklists', 'division', NULL), ('checklist_entries', 'division', NULL), ('checklist_steps', 'division', NULL), ('evidence_files', 'division', NULL),
			('measurements', 'division', NULL), ('township_measurements', 'division', NULL)
		) AS t (name, code, household)
	LOOP
		ground := format('%1$I >= (SELECT current_setting(''app.from'', true)) AND %1$I < (SELECT current_setting(''app.to'', true))'
			' AND ((SELECT current_setting(''app.townships'', true)) = ''*'' OR left(%1$I, 9) = ANY ((SELECT string_to_array(current_setting(''app.townships'', true), '',''))::text[])'
			' OR %1$I = ANY ((SELECT string_to_array(current_setting(''app.townships'', true), '',''))::text[]))', fenced.code);
		own := CASE WHEN fenced.household IS NULL THEN '' ELSE format(
			' AND ((SELECT current_setting(''app.households'', true)) = ''*'' OR %I::text = ANY ((SELECT string_to_array(current_setting(''app.households'', true), '',''))::text[]))', fenced.household) END;
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fenced.name);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', fenced.name);
		EXECUTE format('CREATE POLICY fence ON %I TO guatu_app USING (%s) WITH CHECK (%s)', fenced.name, ground || own, ground || own);
	END LOOP;
END $$;--> statement-breakpoint
-- The audit trail: everybody's writes go in; the auditor reads all of it, the audit administrator what touches no household.
ALTER TABLE audits ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE audits FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY audits_written ON audits FOR INSERT TO guatu_app WITH CHECK (person_id::text = (SELECT current_setting('app.person', true)));--> statement-breakpoint
CREATE POLICY audits_read ON audits FOR SELECT TO guatu_app USING (
	(SELECT current_setting('app.audit', true)) = 'all'
	OR ((SELECT current_setting('app.audit', true)) = 'accounts' AND subject_kind IN ('account', 'appointment', 'calendar', 'session')));--> statement-breakpoint
-- Everything of one household's record, to those who may open the household.
CREATE POLICY audits_of_household ON audits FOR SELECT TO guatu_app USING (
	subject_kind = 'household' AND division >= (SELECT current_setting('app.from', true)) AND division < (SELECT current_setting('app.to', true))
	AND ((SELECT current_setting('app.townships', true)) = '*' OR left(division, 9) = ANY ((SELECT string_to_array(current_setting('app.townships', true), ','))::text[])
		OR division = ANY ((SELECT string_to_array(current_setting('app.townships', true), ','))::text[]))
	AND ((SELECT current_setting('app.households', true)) = '*' OR subject_id = ANY ((SELECT string_to_array(current_setting('app.households', true), ','))::text[])));
