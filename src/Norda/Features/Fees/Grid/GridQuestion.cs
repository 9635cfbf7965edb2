using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Fees.Grid;

/// <summary>Which firms: all, those with arrears, those that paid in part, those whose current month is open.</summary>
public enum GridFilter { All, Overdue, Partial, Month }

/// <summary>What the grid of fees is asked for, as it stands in the address.</summary>
public sealed record GridQuestion(int Year, GridFilter Filter, int Page, string? Text)
{
    public const string Path = "~/biuro/skladki";
    public const int PageSize = 25;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int LongestText = 100;
    private const int LastPage = 100_000;

    private static readonly Dictionary<string, GridFilter> Filters = new() { ["zalegle"] = GridFilter.Overdue, ["czesciowe"] = GridFilter.Partial, ["miesiac"] = GridFilter.Month };

    /// <summary>What cannot be meant is left out: a wrong page of a grid is nobody's concern.</summary>
    public static GridQuestion Read(IQueryCollection query, DateOnly today)
    {
        var year = Number(query["rok"]) is { } given and >= FirstYear and <= LastYear ? given : today.Year;
        var text = PlainText.Line(query["q"].ToString());
        return new(year, Filters.GetValueOrDefault(query["f"].ToString()), Math.Clamp(Number(query["strona"]) ?? 1, 1, LastPage), text is { Length: > 0 } ? text.Length > LongestText ? text[..LongestText] : text : null);
    }

    /// <summary>The address of this question; without defaults.</summary>
    public string Address(DateOnly today) => Path + Query(today);

    public string Query(DateOnly today)
    {
        var parts = new List<string>();
        if (Year != today.Year)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"rok={Year}"));
        if (Filter != GridFilter.All)
            parts.Add($"f={Filters.First(f => f.Value == Filter).Key}");
        if (Text is not null)
            parts.Add($"q={Uri.EscapeDataString(Text)}");
        if (Page > 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"strona={Page}"));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
