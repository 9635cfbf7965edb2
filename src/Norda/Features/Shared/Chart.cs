using System.Globalization;

namespace Norda.Features.Shared;

/// <summary>One colour of a chart, with a value for each label.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal> Values);

/// <summary>A rectangle of a chart and what it stands for.</summary>
public sealed record ChartBar(int Series, string X, string Y, string Width, string Height, string Text);

/// <summary>
/// Stacked bars, drawn by the server as SVG with the same numbers in a table under it. Standing for months, lying for names that need
/// room. Values are never below zero.
/// </summary>
public sealed record Chart(string Title, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series, Func<decimal, string> Format)
{
    /// <summary>Heading of the table's first column.</summary>
    public string LabelTitle { get; init; } = "";

    /// <summary>The table ends with a sum of each series; not for counts of one day.</summary>
    public bool HasSum { get; init; } = true;

    /// <summary>Bars lie, one under the other.</summary>
    public bool IsLying { get; init; }

    public const int Wide = 720;
    private const int StandingHigh = 260;
    private const int Step = 30;
    private const int Left = 76;
    private const int Names = 190;
    private const int Top = 12;
    private const int Foot = 28;
    private const int Right = 90;
    private const int GridLines = 4;
    private static readonly decimal[] RoundNumbers = [1m, 1.5m, 2m, 3m, 4m, 5m, 6m, 8m, 10m];
    private const decimal Filled = 0.68m;

    public int High => IsLying ? Labels.Count * Step + Top : StandingHigh;

    /// <summary>Of the whole, where each label's sum is its part.</summary>
    public decimal SumOf(int label) => Series.Sum(s => s.Values[label]);

    /// <summary>A round number at or above the largest sum.</summary>
    public decimal Most
    {
        get
        {
            var largest = Labels.Count == 0 ? 0 : Enumerable.Range(0, Labels.Count).Max(SumOf);
            if (largest <= 0)
                return 1;
            var unit = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)largest)));
            return RoundNumbers.Select(m => m * unit).First(m => m >= largest);
        }
    }

    /// <summary>Lines behind standing bars: where, and what they stand for.</summary>
    public IEnumerable<(string Y, string Text)> Grid => IsLying ? [] : Enumerable.Range(0, GridLines + 1).Select(i => (Points(Top + (Plot * (GridLines - i) / GridLines)), Format(Most * i / GridLines)));

    public IEnumerable<ChartBar> Bars =>
        from label in Enumerable.Range(0, Labels.Count)
        from series in Enumerable.Range(0, Series.Count)
        let value = Series[series].Values[label]
        where value > 0
        let before = Series.Take(series).Sum(s => s.Values[label])
        select IsLying ? Lying(label, series, before, value) : Standing(label, series, before, value);

    /// <summary>Where the label of a bar stands, and the sum beside a lying one.</summary>
    public (string X, string Y) LabelAt(int label) => IsLying ? (Points(Names - 8), Points(Top + (label * Step) + 14)) : (Points(Left + (Column * (label + 0.5m))), Points(StandingHigh - 8));

    public (string X, string Y) SumAt(int label) => (Points(Names + (SumOf(label) / Most * (Wide - Names - Right)) + 6), Points(Top + (label * Step) + 14));

    private const decimal Plot = StandingHigh - Top - Foot;

    private decimal Column => (Wide - Left) / (decimal)Math.Max(1, Labels.Count);

    private ChartBar Standing(int label, int series, decimal before, decimal value)
    {
        var (high, bottom) = (value / Most * Plot, Top + Plot - (before / Most * Plot));
        return new(series, Points(Left + (Column * (label + ((1 - Filled) / 2)))), Points(bottom - high), Points(Column * Filled), Points(high), Named(label, series, value));
    }

    private ChartBar Lying(int label, int series, decimal before, decimal value)
    {
        var room = Wide - Names - Right;
        return new(series, Points(Names + (before / Most * room)), Points(Top + (label * Step)), Points(value / Most * room), Points(Step * Filled), Named(label, series, value));
    }

    private string Named(int label, int series, decimal value) => $"{Labels[label]}, {Series[series].Name}: {Format(value)}";

    private static string Points(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
