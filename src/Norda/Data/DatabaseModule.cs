using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;
using Norda.Data.Backup;
using Norda.Data.Privacy;
using Norda.Data.Search;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Data;

public static class DatabaseModule
{
    public const string DefaultConnection = "Data Source=var/norda.db";

    /// <summary>The connection string chooses the database: Data Source=… is SQLite, Host=… is PostgreSQL.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var connection = Connection(builder.Configuration);
        if (Starts(connection, "Host="))
        {
            builder.Services.AddDbContextPool<PostgresDb>(options => PostgresDb.Configure(options, connection));
            builder.Services.AddScoped<AppDb>(Signed<PostgresDb>);
            builder.Services.AddScoped<ISearchIndex, PostgresSearch>();
        }
        else if (IsSqlite(connection))
        {
            MakeFolder(connection);
            builder.Services.AddDbContextPool<SqliteDb>(options => SqliteDb.Configure(options, connection));
            builder.Services.AddScoped<AppDb>(Signed<SqliteDb>);
            builder.Services.AddScoped<ISearchIndex, SqliteSearch>();
        }
        else
        {
            throw new UsageException("""
                Nie rozumiem ConnectionStrings__Norda. Podaj jedną z dwóch postaci:
                  SQLite:     Data Source=var/norda.db
                  PostgreSQL: Host=localhost;Database=norda;Username=norda;Password=…
                """);
        }

        builder.Services.AddSearchParts();
        builder.Services.AddScoped<Migrator>();
        builder.Services.AddScoped<VerifyAudit>();
        builder.Services.AddScoped<RestoreOperation>();
        builder.Services.AddScoped<PersonRows>().AddScoped<RedactAudit>().AddScoped<ForgetAddresses>().AddScoped<PointRows>();
        builder.Services.AddScoped<WriteBackup>();
        builder.Services.AddScoped<RestoreBackup>();
        builder.Services.AddExceptionHandler<DatabaseAway>();
        builder.Services.AddSingleton<DatabaseGate>();
        builder.Services.AddSingleton<DatabaseSignals>();
        builder.Services.AddHostedService<DatabaseStartup>();
    }

    public static string Connection(IConfiguration configuration) => configuration.GetConnectionString("Norda") is { } given && !string.IsNullOrWhiteSpace(given) ? given : DefaultConnection;

    public static bool IsSqlite(string connection) => Starts(connection, "Data Source=");

    /// <summary>Path of a file beside the SQLite database.</summary>
    public static string Beside(string connection, string ending) => new SqliteConnectionStringBuilder(connection).DataSource + ending;

    /// <summary>Contexts are pooled; this one now works for whoever asks in this scope.</summary>
    private static T Signed<T>(IServiceProvider services) where T : AppDb
    {
        var db = services.GetRequiredService<T>();
        db.BeginFor(services.GetRequiredService<Me>(), services.GetRequiredService<TimeProvider>());
        return db;
    }

    private static bool Starts(string connection, string form) => connection.TrimStart().StartsWith(form, StringComparison.OrdinalIgnoreCase);

    private static void MakeFolder(string connection)
    {
        if (Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
    }
}
