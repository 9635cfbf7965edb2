using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Norda.Features.Directory;

namespace Norda.Data;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options)
{
    public static void Configure(DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection)
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(Pragmas.Instance, CommitListener.Instance);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<CompanyStatus>().HaveConversion<LowerCaseLabels<CompanyStatus>>();
        conventions.Properties<DataQualityLevel>().HaveConversion<LowerCaseLabels<DataQualityLevel>>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        Grosze.Apply(model.Model);
        AnyCase.Map(model, AnyCase.Sqlite, isBuiltIn: true);
        SearchText.MapSqlite(model);
        model.Entity<Company>().ToTable(t =>
        {
            t.HasCheckConstraint("valid_nip", "length(nip) = 10 AND nip NOT GLOB '*[^0-9]*'");
            // PostgreSQL's regular expression in words: the letters, the domain, and at least two letters after its last dot.
            t.HasCheckConstraint("valid_email", "email NOT GLOB '*[^A-Za-z0-9._%+@-]*' AND substr(email, instr(email, '@') + 1) NOT GLOB '*[^A-Za-z0-9.-]*' AND rtrim(lower(email), 'abcdefghijklmnopqrstuvwxyz') LIKE '_%@_%.' AND email GLOB '*[A-Za-z][A-Za-z]'");
            t.HasCheckConstraint("company_status", "status IN ('active', 'inactive', 'pending', 'archived')");
            t.HasCheckConstraint("data_quality_level", "data_quality IN ('basic', 'partial', 'complete', 'verified')");
        });
    }

    public sealed class Design : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteDb>();
            Configure(options, "Data Source=design.db");
            return new SqliteDb(options.Options);
        }
    }

    /// <summary>Readers beside one writer (WAL), a commit survives a power cut (FULL), what is deleted is gone from the file (secure_delete).</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        private const string Text = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            ((SqliteConnection)connection).CreateFunction(AnyCase.Sqlite, (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
            ((SqliteConnection)connection).CreateFunction(SearchText.Sqlite, (string? text) => SearchText.Fold(text), isDeterministic: true);
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        // Microsoft.Data.Sqlite has no asynchronous path: both come to the same.
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
