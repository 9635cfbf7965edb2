using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Norda.Data;
using Norda.Data.Privacy;

namespace Norda.Tests.Privacy;

/// <summary>Of every column of every table somebody said whose data it holds and what becomes of it.</summary>
public class ClassificationTests
{
    [Fact]
    public void Every_column_is_classified()
    {
        using var postgres = new PostgresDb.Design().CreateDbContext([]);
        using var sqlite = new SqliteDb.Design().CreateDbContext([]);

        Assert.NotEmpty(ClassifiedTable.All(sqlite));
        Assert.Empty(Unclassified(sqlite.Model));
        Assert.Empty(Unclassified(postgres.Model));
    }

    [Fact]
    public void Planted_columns_that_nobody_classified_are_seen()
    {
        using var planted = new Planted();

        Assert.Equal(["Forgotten: whole table", "Note.ReadBy", "Note.Text", "Topic.ClosedBy", "Topic.Text"], Unclassified(planted.Model).Order(StringComparer.Ordinal));
    }

    private static List<string> Unclassified(IModel model) =>
        [.. model.GetEntityTypes().Where(t => !t.IsOwned()).SelectMany(type => ClassifiedTable.Of(type) is not { } table
            ? [$"{type.ClrType.Name}: whole table"]
            : type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())).Where(p => table.ClassOf(p) is null).Select(p => $"{type.ClrType.Name}.{p.Name}"))];

    private sealed class Forgotten
    {
        public int Id { get; set; }
    }

    private sealed class Topic
    {
        public int Id { get; set; }
        public int UserId { get; set; }
        public string? Title { get; set; }
        public string? Text { get; set; }
        public int? ClosedBy { get; set; }
    }

    private sealed class Note
    {
        public int Id { get; set; }
        public string? Title { get; set; }
        public string? Text { get; set; }
        public int? ReadBy { get; set; }
    }

    private sealed class Planted : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Forgotten>();
            model.Entity<Topic>().IsPersonal("Wątki", t => t.UserId, WhenErased.Keep).Keeps(t => t.Title);
            model.Entity<Note>().IsNotPersonal(n => n.Title);
        }
    }
}
