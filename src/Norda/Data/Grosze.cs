using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Norda.Data;

/// <summary>
/// SQLite has no exact decimal numbers: two places behind the comma are kept as whole hundredths, so that sums, comparisons and
/// indexes are the database's own. PostgreSQL has numeric.
/// </summary>
public sealed class Grosze() : ValueConverter<decimal, long>(value => (long)(value * Hundred), stored => OfHundredths(stored))
{
    private const decimal Hundred = 100m;
    private const byte Places = 2;

    public static void Apply(IMutableModel model)
    {
        foreach (var column in model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(decimal) && p.GetScale() == Places))
            column.SetValueConverter(new Grosze());
    }

    /// <summary>With both places, as numeric(…, 2) comes back: a backup compares texts.</summary>
    private static decimal OfHundredths(long stored) => new((int)Math.Abs(stored), (int)(Math.Abs(stored) >> 32), 0, stored < 0, Places);
}
