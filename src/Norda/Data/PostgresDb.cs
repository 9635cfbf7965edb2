using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Norda.Data.Search;
using Norda.Features.Directory;
using Npgsql;

namespace Norda.Data;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options)
{
    /// <summary>Applies the limits of the connection that the operator did not set: pool 20, connect 3 s, command 5 s, keep-alive 5 s.</summary>
    public static string WithLimits(string connection)
    {
        var limits = new NpgsqlConnectionStringBuilder { MaxPoolSize = 20, Timeout = 3, CommandTimeout = 5, KeepAlive = 5, MaxAutoPrepare = 50, ApplicationName = "norda" };
        var chosen = new NpgsqlConnectionStringBuilder(connection);
        foreach (var key in chosen.Keys.Cast<string>())
            limits[key] = chosen[key];
        return limits.ConnectionString;
    }

    public static void Configure(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(WithLimits(connection), npgsql => npgsql.MapEnum<CompanyStatus>("company_status").MapEnum<DataQualityLevel>("data_quality_level"))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(CommitListener.Instance);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTime>().HaveColumnType("timestamp without time zone");
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        AnyCase.Map(model, "lower", isBuiltIn: true);
        SearchText.MapPostgres(model);
        // In the source's order: enum values sort as they are declared.
        model.HasPostgresEnum("company_status", ["active", "inactive", "pending", "archived"]);
        model.HasPostgresEnum("data_quality_level", ["basic", "partial", "complete", "verified"]);
        model.Entity<SearchWord>().Property(w => w.Folded).UseCollation("C"); // ranges of prefixes use its index
        model.Entity<Company>(companies =>
        {
            companies.ToTable(t =>
            {
                t.HasCheckConstraint("valid_nip", @"nip ~ '^[0-9]{10}$'");
                t.HasCheckConstraint("valid_email", @"email ~* '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$'");
            });
            companies.MapPostgresSearch();
        });
    }

    public sealed class Design : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresDb>();
            Configure(options, "Host=design");
            return new PostgresDb(options.Options);
        }
    }
}
