using System.Globalization;

namespace Norda.Features.Office;

/// <summary>A way to narrow a list, with the number of rows that it leaves.</summary>
public sealed record Narrowing(string Text, string Href, int Count, bool IsOn);

/// <summary>Addresses of a list's other states: what is chosen stays, a change goes back to the first page.</summary>
public sealed class ListAddress(string path, IQueryCollection query, params string[] kept)
{
    /// <summary>Longest word that is looked for.</summary>
    public const int LongestWord = 100;

    public const int PageSize = 50;

    /// <summary>The list with one part of its state changed; null takes it away.</summary>
    public string With(string name, string? value) =>
        path + QueryString.Create(kept.Select(k => KeyValuePair.Create(k, k == name ? value : query[k].ToString())).Where(k => !string.IsNullOrEmpty(k.Value)).Select(k => KeyValuePair.Create(k.Key, k.Value)));

    public string Page(int number) => With("", null) is var here ? $"{here}{(here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}strona={number.ToString(CultureInfo.InvariantCulture)}" : "";

    /// <summary>The page that was asked for, as far as there are pages.</summary>
    public static (int Page, int Pages) Clamp(int asked, int rows)
    {
        var pages = Math.Max(1, (rows + PageSize - 1) / PageSize);
        return (Math.Clamp(asked, 1, pages), pages);
    }
}
