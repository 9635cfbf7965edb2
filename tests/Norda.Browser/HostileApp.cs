using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Norda.Data;
using Norda.Data.Search;

namespace Norda.Browser;

/// <summary>The demo chamber after somebody wrote scripts into every text of every row: past all forms, as a careless import would.</summary>
public sealed class HostileApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private const string Harm = "document.title='XSS';alert(1)";

    private static readonly string[] WaysOut = ["", "\">", "'>", "</textarea>", "</title>", "</script>", "</style>", "-->", "]]>", "</select>", "</noscript>", "`\" x=\""];

    private static readonly string[] Vectors =
    [
        $"<script>{Harm}</script>", $"<img src=x onerror={Harm}>", $"<svg onload={Harm}>", $"<svg><script>{Harm}</script></svg>", $"<iframe srcdoc=\"<script>top.{Harm}</script>\"></iframe>",
        $"<details open ontoggle={Harm}>x</details>", $"<a href=javascript:{Harm}>x</a>", "<style>@import '//zly.example/x.css';*{background:url(//zly.example/x)}</style>", $"<body onload={Harm}>", $"<input autofocus onfocus={Harm}>",
    ];

    public static readonly string[] Payloads = [.. from way in WaysOut from vector in Vectors select way + vector];

    /// <summary>Not words but marks that the application made or checks: addresses, hashes, numbers of files.</summary>
    private static readonly string[] Marks = ["slug", "hash", "email", "user_name", "key", "stamp", "token", "logo", "file_id", "content_type", "data", "recipient", "before", "after", "locale"];

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("norda-hostile-").FullName;

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Texts that were written over.</summary>
    public int Poisoned { get; private set; }

    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        await Services.GetRequiredService<DatabaseGate>().Opened.WaitAsync(TimeSpan.FromMinutes(4));
        await using var scope = Services.CreateAsyncScope();
        await Poison(scope.ServiceProvider.GetRequiredService<AppDb>());
        await scope.ServiceProvider.GetRequiredService<ISearchIndex>().Rebuild(CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:Norda", $"Data Source={folder}/norda.db");
        builder.UseSetting("Norda:QuestionsPerMinute", "0");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
    }

    /// <summary>Each row gets another payload in each column.</summary>
    private async Task Poison(AppDb db)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TEMP TABLE payloads (n INTEGER PRIMARY KEY, harm TEXT)");
        foreach (var (payload, n) in Payloads.Select((p, n) => (p, n)))
            await db.Database.ExecuteSqlAsync($"INSERT INTO payloads VALUES ({n}, {payload})");
        foreach (var (column, place) in Texts(db).Select((c, i) => (c, i)))
        {
            var (table, name) = (column.Table.Name, column.Name);
            var most = column.PropertyMappings[0].Property.GetMaxLength() ?? 10_000;
            var sql = string.Create(CultureInfo.InvariantCulture, $"UPDATE {table} SET {name} = (SELECT harm FROM payloads WHERE length(harm) <= {most} ORDER BY (n + {table}.rowid * 7 + {place} * 11) % 120 LIMIT 1) WHERE (SELECT min(length(harm)) FROM payloads) <= {most}");
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            Poisoned += await command.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<IColumn> Texts(AppDb db) =>
        from table in db.Model.GetRelationalModel().Tables
        where !AppendOnly.Tables.Contains(table.Name) && !table.Name.StartsWith("search_", StringComparison.Ordinal) && !table.Name.StartsWith("audit_", StringComparison.Ordinal) && table.Name is not ("data_protection_keys" or "user_sessions" or "profile_requests")
        from column in table.Columns
        where column.PropertyMappings.Count > 0
        let property = column.PropertyMappings[0].Property
        where property.ClrType == typeof(string) && property.GetValueConverter() is null && property.GetTypeMapping().Converter is null
            && !property.IsKey() && !property.IsForeignKey() && !property.GetContainingIndexes().Any(i => i.IsUnique) && !property.IsShadowProperty() && property.ValueGenerated == ValueGenerated.Never
            && !Marks.Any(mark => column.Name.Contains(mark, StringComparison.Ordinal))
        select column;
}
