using System.Text.RegularExpressions;
using Norda.Tests.Access;

namespace Norda.Tests.Security;

/// <summary>Rows before and after an attack.</summary>
internal static partial class RowChanges
{
    /// <summary>What one of the two has and the other has not: a changed row stands there twice.</summary>
    public static IReadOnlyList<Row> Between(List<Row> before, List<Row> after)
    {
        if (ReferenceEquals(before, after))
            return [];
        var (was, became) = (before.Select(r => r.ToString()).ToHashSet(StringComparer.Ordinal), after.Select(r => r.ToString()).ToHashSet(StringComparer.Ordinal));
        return [.. before.Where(r => !became.Contains(r.ToString())), .. after.Where(r => !was.Contains(r.ToString()))];
    }

    /// <summary>The rows without how far somebody has read, which reading writes: what else would a position be.</summary>
    public static List<Row> WithoutReading(this IEnumerable<Row> rows) =>
        [.. from row in rows where row.Table is not ("forum_visits" or "classified_views") select row.Table is "message_participants" or "private_messages" ? new Row(row.Table, [.. row.Values.Where(v => !Positions.Contains(v.Column))]) : row];

    private static readonly string[] Positions = ["last_read_id", "is_read", "read_at"];

    /// <summary>The rows without what is drawn anew each time: numbers of sessions and operations, secrets and their hashes.</summary>
    public static IReadOnlyList<string> Masked(this IEnumerable<Row> rows) => [.. rows.Select(r => Drawn().Replace(r.ToString(), "*")).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"[A-Za-z0-9_.:$/+-]{22,}|CfDJ8[\w-]+")]
    private static partial Regex Drawn();
}
