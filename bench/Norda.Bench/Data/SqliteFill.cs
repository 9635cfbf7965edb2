using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;

namespace Norda.Bench.Data;

/// <summary>Fills a file that the product's migrations made, by prepared statements in one transaction.</summary>
internal sealed class SqliteFill(Material material, Stemmer stemmer)
{
    public static string Connection(int firms) => $"Data Source=var/bench/firms-{firms}.db";

    public static SqliteDb Open(int firms)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        SqliteDb.Configure(options, Connection(firms));
        return new SqliteDb(options.Options);
    }

    public async Task Run(int count)
    {
        var file = $"var/bench/firms-{count}.db";
        if (File.Exists(file + ".done"))
            return;
        Directory.CreateDirectory("var/bench");
        foreach (var old in Directory.GetFiles("var/bench", $"firms-{count}.db*"))
            File.Delete(old);
        var watch = Stopwatch.StartNew();
        await using var db = Open(count);
        await new Migrator(db).Run(default);
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var words = Insert((SqliteConnection)db.Database.GetDbConnection(), count);
        await new VocabularyWriter(db).Replace(words, default);
        await transaction.CommitAsync();
        await File.WriteAllTextAsync(file + ".done", "");
        Console.Error.WriteLine($"{count} firms on SQLite, {words.Count} words: {watch.Elapsed.TotalSeconds:0} s");
    }

    private Dictionary<string, VocabularyWriter.Entry> Insert(SqliteConnection session, int count)
    {
        var words = new Dictionary<string, VocabularyWriter.Entry>(StringComparer.Ordinal);
        var rows = new Rows(material, 0);
        using var companies = new Inserter(session, "companies", Rows.Companies);
        using var services = new Inserter(session, "company_services", Rows.Services);
        using var competencies = new Inserter(session, "company_competencies", Rows.Competencies);
        using var certificates = new Inserter(session, "certifications", Rows.Certificates);
        using var terms = new Inserter(session, "companies_fts", ["rowid", "name", "services", "short", "full", "filters"]);
        Dictionaries(session, rows);
        foreach (var made in Documents.Of(count, new Firms(material), stemmer).SelectMany(chunk => chunk))
        {
            companies.Add(rows.Company(made, "[]"));
            services.AddAll(Rows.ServicesOf(made.Firm));
            competencies.AddAll(Rows.CompetenciesOf(made.Firm));
            certificates.AddAll(rows.CertificatesOf(made.Firm));
            terms.Add([made.Firm.Id, Join(made.Document.A), Join(made.Document.B), Join(made.Document.C), Join(made.Document.D), Join(made.Document.Filters)]);
            VocabularyWriter.Count(made.Document, words);
        }

        return words;
    }

    private void Dictionaries(SqliteConnection session, Rows rows)
    {
        using var categories = new Inserter(session, "categories", Rows.Categories);
        using var services = new Inserter(session, "services", Rows.Dictionary);
        using var competencies = new Inserter(session, "competencies", Rows.Dictionary);
        categories.AddAll(rows.CategoryRows());
        services.AddAll(Rows.DictionaryRows(material.Services));
        competencies.AddAll(Rows.DictionaryRows(material["competencies"]));
    }

    private static string Join(List<string> terms) => string.Join(' ', terms);

    private sealed class Inserter : IDisposable
    {
        private readonly SqliteCommand command;

        public Inserter(SqliteConnection session, string table, string[] columns)
        {
            command = session.CreateCommand();
            command.CommandText = $"insert into {table}({string.Join(',', columns)}) values ({string.Join(',', columns.Select((_, i) => $"@p{i}"))})";
            for (var i = 0; i < columns.Length; i++)
                command.Parameters.AddWithValue($"@p{i}", DBNull.Value);
        }

        public void Add(object?[] row)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }

        public void AddAll(IEnumerable<object?[]> rows)
        {
            foreach (var row in rows)
                Add(row);
        }

        public void Dispose() => command.Dispose();
    }
}
