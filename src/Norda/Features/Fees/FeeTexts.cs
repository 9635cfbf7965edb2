using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Fees;

/// <summary>Money and months as people read them.</summary>
public static class FeeTexts
{
    private const string Currency = "zł";

    extension(decimal amount)
    {
        /// <summary>"1 250,00 zł".</summary>
        public string ToZloty() => string.Create(CultureInfo.CurrentCulture, $"{amount:N2}{PolishText.NoBreakSpace}{Currency}");

        /// <summary>Whole zlotys where there are no grosze: "1 250 zł", "80,50 zł".</summary>
        public string ToShortZloty() => amount == decimal.Truncate(amount) ? string.Create(CultureInfo.CurrentCulture, $"{amount:N0}{PolishText.NoBreakSpace}{Currency}") : amount.ToZloty();
    }

    /// <summary>As typed: "1 250,00", "1250.5", "1 250 zł".</summary>
    public static decimal? ReadAmount(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).Replace(Currency, "", StringComparison.OrdinalIgnoreCase).Replace(',', '.');
        return text.Length <= 15 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>"20.11.2026", "20-11-2026" or "2026-11-20".</summary>
    public static DateOnly? ReadDay(string? typed) => Membership.MembershipTexts.ReadDay(typed);
}

/// <summary>Names of parts of a year.</summary>
public static class Period
{
    /// <summary>"listopad 2026", "styczeń–marzec 2026", "rok 2026".</summary>
    public static string Of(int year, int first, int last) =>
        first == last ? string.Create(CultureInfo.CurrentCulture, $"{Month(first)} {year}") : string.Create(CultureInfo.CurrentCulture, $"{Month(first)}–{Month(last)} {year}");

    /// <summary>"listopad".</summary>
    public static string Month(int month) => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month);

    /// <summary>"lis".</summary>
    public static string ShortMonth(int month) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedMonthName(month).TrimEnd('.');
}
