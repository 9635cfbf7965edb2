using Microsoft.EntityFrameworkCore;
using Norda.Data.Search;
using Norda.Features.Directory;

namespace Norda.Data;

/// <summary>One model, two databases: <see cref="PostgresDb"/> and <see cref="SqliteDb"/> differ only where a provider does.</summary>
public abstract class AppDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Service> Services => Set<Service>();
    public DbSet<Competency> Competencies => Set<Competency>();
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);

    /// <summary>Timestamps are kept without a zone, as in the source schema, and always in UTC.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<UtcWithoutZone>();

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>A changed firm gets the next version: whoever read the former one is refused when saving.</summary>
    private void CountVersions()
    {
        foreach (var changed in ChangeTracker.Entries<Company>().Where(e => e.State == EntityState.Modified))
            if (changed.Property(c => c.Version) is { IsModified: false } version)
                version.CurrentValue = version.OriginalValue + 1;
    }
}
