using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Tests.Data;

/// <summary>On PostgreSQL the tables are those of the chamber's database: names, types, constraints.</summary>
public sealed class PostgresTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>From the source schema: u unique, ! required.</summary>
    private const string Source = """
        companies: id int, name string!, legal_name string, slug string!u, category_id int, nip string u, regon string, krs string, website string, email string, phone string, status company_status, data_quality data_quality_level, digital_maturity_score int, ai_enabled boolean, ai_tools_used array, created_at timestamp
        categories: id int, name string u, slug string u, description text, icon string, sort_order int
        services: id int, name string u, slug string u, description text
        competencies: id int, name string u, slug string u, category string, description text
        company_services: company_id int, service_id int, is_primary boolean, added_at timestamp
        company_competencies: company_id int, competency_id int, level string, added_at timestamp
        certifications: id int, company_id int, name string!, issuer string, certificate_number string, issue_date date, expiry_date date, is_active boolean
        awards: id int, company_id int, name string!, issuer string, year int, description text
        company_events: id int, company_id int, event_type string, title string!, description text, event_date date, source_url string
        company_contacts: id int, company_id int, contact_type string, value string, purpose string, is_primary boolean, source string, source_url string, source_date date, is_verified boolean, verified_at timestamp, verified_by string
        company_social_media: id int, company_id int, platform string, url string, verified_at timestamp, source string, is_valid boolean, last_checked_at timestamp, check_status string, page_name string, followers_count int, created_at timestamp
        """;

    private static readonly Dictionary<string, string[]> Types = new()
    {
        ["int"] = ["int4"],
        ["string"] = ["varchar", "text"],
        ["text"] = ["text", "varchar"],
        ["boolean"] = ["bool"],
        ["timestamp"] = ["timestamp"],
        ["date"] = ["date"],
        ["array"] = ["_text"],
        ["company_status"] = ["company_status"],
        ["data_quality_level"] = ["data_quality_level"],
    };

    [PostgresFact]
    public async Task Every_column_of_the_source_is_there_in_its_type()
    {
        var columns = (await app.Db(db => Rows(db, $"SELECT table_name || '.' || column_name, udt_name || CASE is_nullable WHEN 'NO' THEN '!' ELSE '' END FROM information_schema.columns WHERE table_schema = 'public'"))).ToDictionary(c => c[0], c => c[1]);
        foreach (var (table, name, type, required) in SourceColumns())
        {
            Assert.True(columns.TryGetValue($"{table}.{name}", out var found), $"{table}.{name} is missing");
            Assert.Contains(found.TrimEnd('!'), Types[type]);
            Assert.True(!required || found.EndsWith('!'), $"{table}.{name} may be null");
        }
    }

    [PostgresFact]
    public async Task Enums_have_their_labels_in_order() => Assert.Equal(
        ["company_status: active, inactive, pending, archived", "data_quality_level: basic, partial, complete, verified"],
        (await app.Db(db => Rows(db, $"SELECT typname || ': ' || string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum JOIN pg_type t ON t.oid = enumtypid GROUP BY typname ORDER BY 1"))).Select(r => r[0]));

    [PostgresFact]
    public async Task Unique_constraints_are_those_of_the_source()
    {
        var unique = (await app.Db(db => Rows(db, $"SELECT tablename || substring(indexdef from ' \\(.*\\)') FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'"))).Select(r => r[0]).ToList();

        Assert.Empty(new[]
        {
            "companies (slug)", "companies (nip)", "categories (name)", "categories (slug)", "services (name)", "services (slug)", "competencies (name)", "competencies (slug)",
            "company_contacts (company_id, contact_type, value)", "company_social_media (company_id, platform, url)",
        }.Except(unique));
    }

    [PostgresFact]
    public async Task Checks_carry_the_names_of_the_source()
    {
        var checks = (await app.Db(db => Rows(db, $"SELECT conname FROM pg_constraint WHERE contype = 'c'"))).Select(r => r[0]).ToList();

        Assert.Contains("valid_nip", checks);
        Assert.Contains("valid_email", checks);
    }

    private static IEnumerable<(string Table, string Name, string Type, bool Required)> SourceColumns() =>
        from line in Source.Split('\n')
        let parts = line.Split(": ")
        from column in parts[1].Split(", ")
        let words = column.Split(' ')
        select (parts[0], words[0], words[1].TrimEnd('u').TrimEnd('!'), words[1].Contains('!', StringComparison.Ordinal));

    private static async Task<List<string[]>> Rows(AppDb db, FormattableString sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql.Format;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()!)]);
        return rows;
    }
}
