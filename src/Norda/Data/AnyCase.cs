using Microsoft.EntityFrameworkCore;

namespace Norda.Data;

/// <summary>For looking things up in lists of the office: a text as the database compares it when large and small letters, Polish ones too, are the same.</summary>
public static class AnyCase
{
    /// <summary>The lower function of SQLite knows the letters A to Z alone; this one is put into every connection.</summary>
    internal const string Sqlite = "norda_lower";

    /// <summary>In a query only.</summary>
    public static string? Of(string? text) => throw new InvalidOperationException("Only the database knows.");

    /// <summary>What was typed, as it is looked for.</summary>
    public static string Typed(string? text) => (text ?? "").Trim().ToLowerInvariant();

    internal static void Map(ModelBuilder model, string function, bool isBuiltIn) =>
        model.HasDbFunction(((Func<string?, string?>)Of).Method).HasName(function).IsBuiltIn(isBuiltIn);
}
