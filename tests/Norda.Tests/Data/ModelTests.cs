using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Norda.Data;

namespace Norda.Tests.Data;

/// <summary>One model: what one database has, the other has, but for the few things named here.</summary>
public class ModelTests
{
    /// <summary>What only one of the databases can have, each with its reason.</summary>
    private static readonly Dictionary<string, string> OnlyHere = new()
    {
        ["PostgreSQL column companies.search_terms: optional"] = "the tsvector; SQLite keeps the terms in the FTS5 table companies_fts",
        ["SQLite check companies.company_status"] = "an enum type on PostgreSQL",
        ["SQLite check companies.data_quality_level"] = "an enum type on PostgreSQL",
    };

    [Fact]
    public void Both_models_agree()
    {
        using var postgres = new PostgresDb.Design().CreateDbContext([]);
        using var sqlite = new SqliteDb.Design().CreateDbContext([]);

        Assert.Equal(OnlyHere.Keys.Order(), Differences(postgres, sqlite).Order());
    }

    [Fact]
    public void Migrations_are_up_to_date_with_the_model()
    {
        using var postgres = new PostgresDb.Design().CreateDbContext([]);
        using var sqlite = new SqliteDb.Design().CreateDbContext([]);

        Assert.False(postgres.Database.HasPendingModelChanges(), "PostgreSQL: run bin/migrate");
        Assert.False(sqlite.Database.HasPendingModelChanges(), "SQLite: run bin/migrate");
    }

    [Fact]
    public void Both_have_the_same_migrations()
    {
        using var postgres = new PostgresDb.Design().CreateDbContext([]);
        using var sqlite = new SqliteDb.Design().CreateDbContext([]);

        Assert.Equal(Names(postgres), Names(sqlite));
        static IEnumerable<string> Names(AppDb db) => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void Planted_differences_are_seen()
    {
        using var one = new One();
        using var other = new Other();

        Assert.Equal(
            [
                "PostgreSQL check things.even", "PostgreSQL column things.name: required, at most 10", "PostgreSQL unique things (name)",
                "SQLite column others.id: required", "SQLite column things.extra: optional", "SQLite column things.name: optional, at most 20", "SQLite table others", "SQLite unique others (id)",
            ],
            Differences(one, other).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Differences(DbContext postgres, DbContext sqlite)
    {
        var (here, there) = (Facts(postgres), Facts(sqlite));
        return here.Except(there).Select(f => $"PostgreSQL {f}").Concat(there.Except(here).Select(f => $"SQLite {f}"));
    }

    private static HashSet<string> Facts(DbContext db)
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();
        return
        [
            .. tables.Select(t => $"table {t.Name}"),
            .. tables.SelectMany(t => t.Columns, (t, c) => $"column {t.Name}.{c.Name}: {(c.IsNullable ? "optional" : "required")}{Longest(c)}"),
            .. tables.SelectMany(t => t.UniqueConstraints, (t, u) => $"unique {t.Name} ({string.Join(", ", u.Columns.Select(c => c.Name))})"),
            .. tables.SelectMany(t => t.Indexes.Where(i => i.IsUnique), (t, i) => $"unique {t.Name} ({string.Join(", ", i.Columns.Select(c => c.Name))})"),
            .. tables.SelectMany(t => t.ForeignKeyConstraints, (t, f) => $"{t.Name} ({string.Join(", ", f.Columns.Select(c => c.Name))}) -> {f.PrincipalTable.Name} {f.OnDeleteAction}"),
            .. tables.SelectMany(t => t.CheckConstraints, (t, c) => $"check {t.Name}.{c.Name}"),
        ];
    }

    private static string Longest(IColumn column) => column.PropertyMappings is [var mapping, ..] && mapping.Property.GetMaxLength() is { } longest ? $", at most {longest}" : "";

    private sealed class Thing
    {
        public int Id { get; set; }
        public string? Name { get; set; }
    }

    private sealed class One : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:").UseSnakeCaseNamingConvention();

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Thing>(things =>
        {
            things.ToTable("things", t => t.HasCheckConstraint("even", "id % 2 = 0"));
            things.Property(t => t.Name).HasMaxLength(10).IsRequired();
            things.HasIndex(t => t.Name).IsUnique();
        });
    }

    private sealed class Other : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:").UseSnakeCaseNamingConvention();

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Thing>(things =>
            {
                things.ToTable("things");
                things.Property(t => t.Name).HasMaxLength(20);
                things.Property<string?>("Extra");
            });
            model.Entity("Others", others =>
            {
                others.Property<int>("Id");
                others.ToTable("others");
            });
        }
    }
}
