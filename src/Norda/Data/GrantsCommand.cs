using System.CommandLine;
using System.Text.RegularExpressions;
using Norda.Platform;

namespace Norda.Data;

/// <summary>norda grants ROLE prints the SQL that lets an application role of PostgreSQL do its work and no more: norda grants norda_app | psql norda.</summary>
public static partial class GrantsCommand
{
    public static Command Create(AppFactory app)
    {
        var role = new Argument<string>("ROLA") { Description = "Rola bazy danych, na którą loguje się aplikacja, na przykład norda_app." };
        var command = new Command("grants", "Wypisuje SQL, który daje roli PostgreSQL tyle praw, ile aplikacja potrzebuje: dziennika zmian nie poprawi ona ani nie skasuje.") { role };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(role);
            if (!RoleName().IsMatch(name))
                throw new UsageException("Nazwa roli ma małe litery, cyfry i podkreślenia, na przykład norda_app.");
            Console.WriteLine(For(name));
            return 0;
        });
        return command;
    }

    public static string For(string role) => $"""
        DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} LOGIN; END IF; END $$;
        GRANT USAGE ON SCHEMA public TO {role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
        GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {role};
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {role};
        REVOKE UPDATE, DELETE, TRUNCATE ON audit_log, {string.Join(", ", AppendOnly.Tables)} FROM {role};
        """;

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.NonBacktracking)]
    private static partial Regex RoleName();
}
