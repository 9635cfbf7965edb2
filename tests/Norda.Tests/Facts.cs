using System.Runtime.CompilerServices;

[assembly: AssemblyFixture(typeof(Norda.Tests.WholeRun))]

namespace Norda.Tests;

/// <summary>A fact about PostgreSQL only; skipped, and said so, when the run is on SQLite.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        (Skip, SkipType, SkipUnless) = ("PostgreSQL only", typeof(TestDatabase), nameof(TestDatabase.IsPostgres));
    }
}

/// <summary>A fact about SQLite only; skipped, and said so, when the run is on PostgreSQL.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        (Skip, SkipType, SkipUnless) = ("SQLite only", typeof(TestDatabase), nameof(TestDatabase.IsSqlite));
    }
}

public sealed class WholeRun : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await TestDatabase.DropTemplate();
}
