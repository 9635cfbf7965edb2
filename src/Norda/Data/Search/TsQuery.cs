using System.Globalization;
using System.Text;

namespace Norda.Data.Search;

/// <summary>Writes terms in PostgreSQL's query language. Terms hold letters, digits and dashes only, so nothing needs escaping.</summary>
internal static class TsQuery
{
    public static string Words(IReadOnlyList<TermGroup> groups, bool anyWord) =>
        string.Join(anyWord ? " | " : " & ", groups.Select(g => "(" + string.Join(" | ", Alternatives(g)) + ")"));

    public static string Names(IReadOnlyList<TermGroup> groups) =>
        string.Join(" & ", groups.Select(g => Quote(Terms.NameWord(g.Word)) + (g.IsPrefix ? ":*" : "")));

    /// <summary>The words, the filters but those of one group, the excluded words.</summary>
    public static string Whole(Plan plan, FilterGroup? except, Func<string, string[]> roots) =>
        Whole(plan, except, roots, plan.Groups.Count > 0 ? [$"({Words(plan.Groups, plan.AnyWord)})"] : []);

    /// <summary>The same of firms that have the words in their names. Words of a name are words of the firm: to ask for both would read all firms with the words.</summary>
    public static string Named(Plan plan, Func<string, string[]> roots) => Whole(plan, null, roots, plan.Groups.Count > 0 ? [Names(plan.Groups)] : []);

    private static string Whole(Plan plan, FilterGroup? except, Func<string, string[]> roots, string[] words)
    {
        var parts = new List<string>();
        if (plan.Number is { } number)
            parts.Add(Quote(Terms.Number(number)));
        parts.AddRange(words);
        foreach (var (group, slugs) in plan.Question.Filters.Where(f => f.Key != except && f.Value.Count > 0))
            parts.Add("(" + string.Join(" | ", slugs.Where(Terms.IsSlug).Select(s => Quote(Terms.Filter(group, s))).DefaultIfEmpty(Quote("0none"))) + ")");
        if (parts.Count == 0)
            parts.Add(Quote(Terms.Any));
        parts.AddRange(plan.Text.Excluded.SelectMany(roots).Select(r => "!" + Quote(r)));
        return string.Join(" & ", parts);
    }

    private static IEnumerable<string> Alternatives(TermGroup group)
    {
        foreach (var root in group.Roots)
            yield return Quote(root);
        if (!group.IsPrefix)
            yield break;
        yield return Quote(group.Word) + ":*";
        yield return Quote(Terms.NameWord(group.Word)) + ":*";
    }

    private static string Quote(string term) => $"'{term}'";
}

internal static class TsVector
{
    private const int LastPosition = 16_383;
    private const int MostPositions = 250;

    /// <summary>PostgreSQL's text form of a document: 'term':1A,7B …</summary>
    public static string Of(IndexDocument document)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var position = 0;
        foreach (var (terms, weight) in new[] { (document.A, 'A'), (document.B, 'B'), (document.C, 'C'), (document.D, 'D'), (document.Filters, 'D') })
        {
            foreach (var term in terms)
            {
                position = Math.Min(position + 1, LastPosition);
                if (!places.TryGetValue(term, out var at))
                    places[term] = at = [];
                if (at.Count < MostPositions)
                    at.Add(position.ToString(CultureInfo.InvariantCulture) + weight);
            }
        }

        var text = new StringBuilder();
        foreach (var (term, at) in places)
            text.Append('\'').Append(term).Append("':").AppendJoin(',', at).Append(' ');
        return text.ToString();
    }
}
