using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;
using Npgsql;

namespace Norda.Bench.Data;

/// <summary>Fills a database that the product's migrations made: rows by COPY, then the product's own tiers and vocabulary.</summary>
internal sealed class PostgresFill(Material material, Stemmer stemmer, string server)
{
    private const string Done = "norda bench data 1";

    public static string Connection(string server, int firms) => $"{server};Database=norda_bench_{firms};Include Error Detail=true";

    public static PostgresDb Open(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        PostgresDb.Configure(options, connection + ";Command Timeout=0"); // the bench asks for sums over a million firms
        return new PostgresDb(options.Options);
    }

    /// <summary>Fills what is missing: an interrupted fill goes on with the part that it was at.</summary>
    public async Task Run(int count)
    {
        var connection = Connection(server, count) + ";Command Timeout=0;Max Auto Prepare=0;Options=-c session_replication_role=replica -c synchronous_commit=off"; // no foreign key checks: the generator makes no orphans
        await using var db = Open(connection);
        var watch = Stopwatch.StartNew();
        if (!await IsDone(db, "companies"))
            await db.Database.EnsureDeletedAsync();
        await new Migrator(db).Run(default); // of a filled database: what the model has learnt since
        await using var session = new NpgsqlConnection(connection);
        await session.OpenAsync();
        if (!await IsDone(db, "companies"))
            await FillFirms(session, count);
        if (!await IsDone(db, "search_words"))
            await FillVocabulary(session, db, count);
        Console.Error.WriteLine($"{count} firms on PostgreSQL: {watch.Elapsed.TotalSeconds:0} s");
    }

    private async Task FillFirms(NpgsqlConnection session, int count)
    {
        var indexes = await TakeIndexes(session);
        await CopyFirms(session, count);
        await Execute(session, PostgresSearch.Retier);
        await Execute(session, "vacuum analyze companies");
        foreach (var index in indexes)
            await Execute(session, index);
        await Execute(session, "vacuum analyze");
        await Execute(session, $"comment on table companies is '{Done}'");
    }

    private async Task FillVocabulary(NpgsqlConnection session, AppDb db, int count)
    {
        var words = new Dictionary<string, VocabularyWriter.Entry>(StringComparer.Ordinal);
        foreach (var made in Documents.Of(count, new Firms(material), stemmer).SelectMany(chunk => chunk))
            VocabularyWriter.Count(made.Document, words);
        await Execute(session, "truncate search_words, search_deletions restart identity");
        await new VocabularyWriter(db).Replace(words, default);
        await Execute(session, "vacuum analyze search_words");
        await Execute(session, "vacuum analyze search_deletions");
        await Execute(session, $"comment on table search_words is '{Done}'");
    }

    private static async Task<bool> IsDone(PostgresDb db, string table)
    {
        if (!await db.Database.CanConnectAsync())
            return false;
        return await db.Database.SqlQuery<string?>($"""select obj_description(to_regclass({table})) as "Value" """).SingleAsync() == Done;
    }

    /// <summary>Drops what is quicker to build at the end, and returns how to build it.</summary>
    private static async Task<List<string>> TakeIndexes(NpgsqlConnection session)
    {
        var indexes = new List<(string Name, string Definition)>();
        await using (var command = new NpgsqlCommand("select indexname, indexdef from pg_indexes where schemaname = 'public' and indexdef not like 'CREATE UNIQUE%' and tablename in ('companies', 'company_services', 'company_competencies', 'certifications')", session))
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                indexes.Add((rows.GetString(0), rows.GetString(1)));
        foreach (var (name, _) in indexes)
            await Execute(session, $"drop index {name}");
        return indexes.ConvertAll(i => i.Definition);
    }

    private async Task CopyFirms(NpgsqlConnection session, int count)
    {
        var rows = new Rows(material, TierOf(count));
        await Copy(session, "categories", Rows.Categories, rows.CategoryRows());
        await Copy(session, "services", Rows.Dictionary, Rows.DictionaryRows(material.Services));
        await Copy(session, "competencies", Rows.Dictionary, Rows.DictionaryRows(material["competencies"]));
        foreach (var chunk in Documents.Of(count, new Firms(material), stemmer))
        {
            await Copy(session, "companies", [.. Rows.Companies, "search_terms"], chunk.Select(m => (object?[])[.. rows.Company(m, "{}"), TsVector.Of(m.Document)]));
            await Copy(session, "company_services", Rows.Services, chunk.SelectMany(m => Rows.ServicesOf(m.Firm)));
            await Copy(session, "company_competencies", Rows.Competencies, chunk.SelectMany(m => Rows.CompetenciesOf(m.Firm)));
            await Copy(session, "certifications", Rows.Certificates, chunk.SelectMany(m => rows.CertificatesOf(m.Firm)));
        }
    }

    /// <summary>The tier in which most firms will stand: the fewest rows are then written twice.</summary>
    private static int TierOf(int firms) => firms <= 1_000 ? 0 : firms <= 5_000 ? 1 : firms <= 21_000 ? 2 : firms <= 85_000 ? 3 : firms <= 341_000 ? 4 : 5;

    private static async Task Copy(NpgsqlConnection session, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var writer = await session.BeginTextImportAsync($"copy {table}({string.Join(',', columns)}) from stdin");
        foreach (var row in rows)
        {
            await writer.WriteAsync(string.Join('\t', row.Select(Text)));
            await writer.WriteAsync('\n');
        }
    }

    private static string Text(object? value) => value switch
    {
        null => @"\N",
        bool flag => flag ? "t" : "f",
        byte[] bytes => @"\\x" + Convert.ToHexString(bytes),
        string text => text.Replace(@"\", @"\\", StringComparison.Ordinal),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    public static async Task Execute(NpgsqlConnection session, string text)
    {
        await using var command = new NpgsqlCommand(text, session) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
