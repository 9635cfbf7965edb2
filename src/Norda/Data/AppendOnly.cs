using Microsoft.EntityFrameworkCore.Migrations;

namespace Norda.Data;

/// <summary>Tables that are only ever written on: not even their owner changes a line by mistake. For migrations.</summary>
public static class AppendOnly
{
    /// <summary>Tables besides the audit log; a test looks at each on both databases, the grants of the application's role follow it.</summary>
    public static readonly IReadOnlyList<string> Tables = ["fee_payments", "payment_reversals", "payment_allocations", "papers"];

    extension(MigrationBuilder migration)
    {
        public void MakeAppendOnly(params ReadOnlySpan<string> tables)
        {
            var postgres = migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true;
            foreach (var table in tables)
                migration.Sql(postgres ? Postgres(table) : Sqlite(table));
        }

        public void MakeChangeable(params ReadOnlySpan<string> tables)
        {
            if (migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true)
                foreach (var table in tables)
                    migration.Sql($"DROP TRIGGER {table}_append_only ON {table}; DROP FUNCTION {table}_is_append_only();");
        }
    }

    private static string Postgres(string table) => $"""
        CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$;
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only();
        """;

    private static string Sqlite(string table) => $"""
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        """;
}
