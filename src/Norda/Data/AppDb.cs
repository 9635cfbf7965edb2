using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;
using Norda.Data.Search;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Data;

/// <summary>One model, two databases: <see cref="PostgresDb"/> and <see cref="SqliteDb"/> differ only where a provider does.</summary>
public abstract class AppDb(DbContextOptions options) : IdentityUserContext<User, int>(options), IDataProtectionKeyContext
{
    private bool _unaudited;
    private UnitOfWork? _work;

    /// <summary>Who works with this context, and what time it is: for the audit log. Set as the context is handed out.</summary>
    internal (Me Me, TimeProvider Clock)? Author { get; private set; }

    public UnitOfWork Work => _work ??= new UnitOfWork(this);

    /// <summary>Contexts are pooled: what the one before left undone is not this one's.</summary>
    internal void BeginFor(Me me, TimeProvider clock)
    {
        Author = (me, clock);
        Work.Forget();
    }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Service> Services => Set<Service>();
    public DbSet<Competency> Competencies => Set<Competency>();
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
    }

    /// <summary>Timestamps are kept without a zone, as in the source schema, and always in UTC.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<UtcWithoutZone>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        var drafts = _unaudited ? [] : AuditDraft.Of(ChangeTracker);
        await using var own = Database.CurrentTransaction is null && (drafts.Count > 0 || Work.IsAwaited) ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Work.Do(cancellationToken);
        if (drafts.Count > 0)
            await AuditChain.Append(this, drafts, Author?.Me, Moment(Author?.Clock ?? TimeProvider.System), cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        else if (Database.CurrentTransaction is null)
            Work.Speak();
        return saved;
    }

    /// <summary>For libraries that know no other way (the keys of Data Protection); it writes no log, so it takes nothing that wants one.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        AuditDraft.Of(ChangeTracker).Count == 0 ? base.SaveChanges(acceptAllChangesOnSuccess) : throw new NotSupportedException("SaveChangesAsync writes the audit log.");

    /// <summary>Changes of the work are not logged: for invented data, which nobody answers for.</summary>
    internal async Task Unaudited(Func<Task> work)
    {
        _unaudited = true;
        try
        {
            await work();
        }
        finally
        {
            _unaudited = false;
        }
    }

    internal Task SavePlainly(CancellationToken cancel) => base.SaveChangesAsync(true, cancel);

    /// <summary>To the millisecond: what is hashed must come back from either database as it went in.</summary>
    private static DateTime Moment(TimeProvider clock) => clock.GetUtcNow().UtcDateTime is var now ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)) : default;

    /// <summary>A changed firm gets the next version: whoever read the former one is refused when saving.</summary>
    private void CountVersions()
    {
        foreach (var changed in ChangeTracker.Entries<Company>().Where(e => e.State == EntityState.Modified))
            if (changed.Property(c => c.Version) is { IsModified: false } version)
                version.CurrentValue = version.OriginalValue + 1;
    }
}
