using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Norda.Data;

/// <summary>Tells a lost race, which a person can be told about, from a fault.</summary>
public static class Races
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteForeign = 787;

    /// <summary>Somebody else decided first: the row has moved on, or what follows from the decision (a letter, by its key) is already there.</summary>
    public static bool IsLost(DbUpdateException failure) => failure is DbUpdateConcurrencyException || IsUnique(failure);

    /// <summary>Somebody else put the same row in first.</summary>
    public static bool IsUnique(DbUpdateException failure) => failure.InnerException is DbException inner && IsUnique(inner);

    /// <summary>The same, told by the driver: rows that are written past the change tracker.</summary>
    public static bool IsUnique(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        _ => false,
    };

    /// <summary>A row that is pointed at from elsewhere was to go, or one that is gone was pointed at.</summary>
    public static bool IsForeign(DbUpdateException failure) => failure.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => true,
        SqliteException { SqliteExtendedErrorCode: SqliteForeign } => true,
        _ => false,
    };
}
